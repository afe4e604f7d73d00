import { type Html, html } from '@/sandbox/http/html';
import { pageReply, type Reply, textReply } from '@/sandbox/http/reply';
import type { Incoming } from '@/sandbox/http/server';
import { fundsOf } from '@/sandbox/stripe/balance';
import { internalCall, type Sandbox } from '@/sandbox/stripe/call';
import { pageLayout } from '@/sandbox/stripe/pages/layout';
import { formatMoney, type PageLocale, pickLocale } from '@/sandbox/stripe/pages/locale';
import { onboardingTexts } from '@/sandbox/stripe/pages/onboarding-texts';
import type { AccountRecord, BalanceRecord } from '@/sandbox/stripe/records';

function row(record: BalanceRecord, locale: PageLocale): Html {
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return html`<tr><td>${date.format(new Date(record.created * 1000))}</td><td class="tnum">${formatMoney(
    record.net,
    record.currency,
    locale,
  )}</td></tr>`;
}

function dashboard(sandbox: Sandbox, account: AccountRecord, locale: PageLocale): Html {
  const texts = onboardingTexts[locale];
  const { now } = internalCall(sandbox);
  const funds = fundsOf(sandbox.store, account.id, account.currency, now);
  const { items } = sandbox.store.balances.page({ account: account.id, limit: 50 });
  const money = (amount: number): string => formatMoney(amount, account.currency, locale);
  return pageLayout(
    locale,
    texts.dashboard,
    html`<main class="column"><p class="brand">Consilia</p><h1>${texts.dashboard}</h1>
<div class="pair"><div class="card"><span class="meta">${texts.available}</span><h2 class="tnum">${money(funds.available)}</h2></div>
<div class="card"><span class="meta">${texts.pending}</span><h2 class="tnum">${money(funds.pending)}</h2></div></div>
<p class="meta" style="margin:0">${texts.account}: •••• ${account.person?.ibanLast4 ?? ''}</p>
<h2>${texts.transfers}</h2>${
      items.length === 0
        ? html`<p class="meta">${texts.none}</p>`
        : html`<table><tbody>${items.map((item) => row(item, locale))}</tbody></table>`
    }</main>`,
  );
}

/** `/express/<token>`: the small dashboard behind a login link. */
export function expressPage(sandbox: Sandbox, incoming: Incoming): Reply {
  const link = sandbox.store.links.find(incoming.path.split('/')[2] ?? '');
  const account = link === undefined ? undefined : sandbox.store.accounts.find(link.target);
  const isOver = link === undefined || link.purpose !== 'login' || link.expiresAt <= sandbox.clock.now();
  if (isOver || account === undefined) return textReply(404, 'not found');
  const locale = pickLocale(account.locales[0], incoming.headers['accept-language']);
  return pageReply(200, dashboard(sandbox, account, locale));
}
