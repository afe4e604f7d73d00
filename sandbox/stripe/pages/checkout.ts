import { inTransaction } from '@/sandbox/http/database';
import { pageReply, redirectReply, type Reply, textReply } from '@/sandbox/http/reply';
import type { Incoming } from '@/sandbox/http/server';
import { internalCall, type Sandbox } from '@/sandbox/stripe/call';
import { answerChallenge, type CheckoutOutcome, submitCheckout } from '@/sandbox/stripe/checkout-flow';
import { checkFields, type CheckoutFields, readFields } from '@/sandbox/stripe/pages/checkout-form';
import { challengePage, checkoutPage, expiredPage } from '@/sandbox/stripe/pages/checkout-page';
import { pickLocale } from '@/sandbox/stripe/pages/locale';
import type { CheckoutRecord } from '@/sandbox/stripe/records';
import { sweep } from '@/sandbox/stripe/sweep';

const empty: CheckoutFields = { number: '', expiry: '', cvc: '', name: '', email: '' };

function successUrl(session: CheckoutRecord): string {
  return session.successUrl.replaceAll('{CHECKOUT_SESSION_ID}', session.id);
}

type Visit = { sandbox: Sandbox; incoming: Incoming; session: CheckoutRecord };

function showForm(
  visit: Visit,
  fields: CheckoutFields,
  problems: ReadonlySet<keyof CheckoutFields> = new Set(),
  declineCode: string | null = null,
): Reply {
  const locale = pickLocale(visit.session.locale, visit.incoming.headers['accept-language']);
  return pageReply(200, checkoutPage({ session: visit.session, locale, fields, problems, declineCode }));
}

function conclude(visit: Visit, outcome: CheckoutOutcome, fields: CheckoutFields): Reply {
  if (outcome.kind === 'complete') return redirectReply(successUrl(outcome.session));
  if (outcome.kind === 'challenge') return redirectReply(`/c/pay/${visit.session.id}/challenge`);
  return showForm(visit, fields, new Set(), outcome.code);
}

function submit(visit: Visit): Reply {
  const form = new URLSearchParams(visit.incoming.body);
  const fields = readFields(form);
  const prefill = form.get('prefill');
  if (prefill !== null) {
    return showForm(visit, {
      ...fields,
      number: prefill.replace(/(.{4})(?=.)/g, '$1 '),
      expiry: '12 / 34',
      cvc: '123',
      name: fields.name === '' ? (visit.session.holderName ?? 'Camille Martin') : fields.name,
    });
  }
  const call = internalCall(visit.sandbox);
  const checked = checkFields(fields, visit.session.customerEmail, new Date(call.now * 1000));
  if ('problems' in checked) return showForm(visit, fields, checked.problems);
  return conclude(visit, submitCheckout(call, visit.session, checked.entry), {
    ...fields,
    number: '',
    cvc: '',
  });
}

function challenge(visit: Visit): Reply {
  const locale = pickLocale(visit.session.locale, visit.incoming.headers['accept-language']);
  if (visit.incoming.method === 'GET') return pageReply(200, challengePage(visit.session, locale));
  const passed = new URLSearchParams(visit.incoming.body).get('answer') === 'pass';
  return conclude(visit, answerChallenge(internalCall(visit.sandbox), visit.session, passed), empty);
}

/** `/c/pay/<session>` and `/c/pay/<session>/challenge`. */
export function checkoutPages(sandbox: Sandbox, incoming: Incoming): Reply {
  return inTransaction(sandbox.store.db, () => {
    sweep(internalCall(sandbox));
    const [, , , id, part] = incoming.path.split('/');
    const session = sandbox.store.checkouts.find(id ?? '');
    if (session === undefined) return textReply(404, 'not found');
    const visit = { sandbox, incoming, session };
    if (session.status === 'complete') return redirectReply(successUrl(session));
    if (session.status === 'expired') {
      return pageReply(
        200,
        expiredPage(session, pickLocale(session.locale, incoming.headers['accept-language'])),
      );
    }
    if (part === 'challenge') return challenge(visit);
    return incoming.method === 'POST'
      ? submit(visit)
      : showForm(visit, { ...empty, name: session.holderName ?? '' });
  });
}
