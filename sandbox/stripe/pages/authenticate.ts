import { inTransaction } from '@/sandbox/http/database';
import { html } from '@/sandbox/http/html';
import { pageReply, redirectReply, type Reply, textReply } from '@/sandbox/http/reply';
import type { Incoming } from '@/sandbox/http/server';
import { internalCall, type Sandbox } from '@/sandbox/stripe/call';
import { checkoutTexts } from '@/sandbox/stripe/pages/checkout-texts';
import { pageLayout } from '@/sandbox/stripe/pages/layout';
import { formatMoney, pickLocale } from '@/sandbox/stripe/pages/locale';
import { attemptPayment, failAuthentication } from '@/sandbox/stripe/payment-flow';
import type { IntentRecord } from '@/sandbox/stripe/records';

function returnUrl(intent: IntentRecord): string {
  if (intent.returnUrl === null) return '/';
  const url = new URL(intent.returnUrl);
  url.searchParams.set('payment_intent', intent.id);
  url.searchParams.set('payment_intent_client_secret', intent.clientSecret);
  return url.href;
}

/** `/authenticate/<intent>/<secret>`: the challenge of an intent that was confirmed by API. */
export function authenticatePage(sandbox: Sandbox, incoming: Incoming): Reply {
  return inTransaction(sandbox.store.db, () => {
    const [, , id, secret] = incoming.path.split('/');
    const intent = sandbox.store.intents.find(id ?? '');
    if (intent === undefined || intent.clientSecret !== secret) return textReply(404, 'not found');
    if (intent.status !== 'requires_action') return redirectReply(returnUrl(intent));
    const locale = pickLocale(null, incoming.headers['accept-language']);
    const texts = checkoutTexts[locale];
    if (incoming.method === 'POST') {
      const call = internalCall(sandbox);
      const method =
        intent.paymentMethod === null ? undefined : call.store.paymentMethods.find(intent.paymentMethod);
      const passed = new URLSearchParams(incoming.body).get('answer') === 'pass';
      if (passed && method) attemptPayment(call, intent, method, { offSession: false, authenticated: true });
      else failAuthentication(call, intent);
      return redirectReply(returnUrl(intent));
    }
    const sum = formatMoney(intent.amount, intent.currency, locale);
    const body = html`<div class="narrow"><main class="card"><h1>${texts.challengeTitle}</h1><p style="margin:0">${texts.challengeText(sum)}</p>
<form method="post" class="stack"><button class="button wide" name="answer" value="pass">${texts.challengePass}</button>
<button class="button quiet" name="answer" value="fail">${texts.challengeFail}</button></form></main></div>`;
    return pageReply(200, pageLayout(locale, texts.challengeTitle, body));
  });
}
