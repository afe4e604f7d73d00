import { inTransaction } from '@/sandbox/http/database';
import { type Html, html } from '@/sandbox/http/html';
import { pageReply, redirectReply, type Reply, textReply } from '@/sandbox/http/reply';
import type { Incoming } from '@/sandbox/http/server';
import { taxOf, totalDue } from '@/sandbox/stripe/billing/invoice-amounts';
import { collectInvoice } from '@/sandbox/stripe/billing/invoice-flow';
import type { InvoiceRecord } from '@/sandbox/stripe/billing/records';
import { type Call, internalCall, type Sandbox } from '@/sandbox/stripe/call';
import { billingTexts } from '@/sandbox/stripe/pages/billing-texts';
import { cardFields } from '@/sandbox/stripe/pages/card-fields';
import {
  checkFields,
  type CheckoutFields,
  type CheckoutProblem,
  readFields,
} from '@/sandbox/stripe/pages/checkout-form';
import { checkoutTexts } from '@/sandbox/stripe/pages/checkout-texts';
import { pageLayout } from '@/sandbox/stripe/pages/layout';
import { formatMoney, type PageLocale, pickLocale } from '@/sandbox/stripe/pages/locale';
import { attachPaymentMethod, createPaymentMethod } from '@/sandbox/stripe/resources/payment-methods';
import { sweep } from '@/sandbox/stripe/sweep';

type Shown = {
  fields: CheckoutFields;
  problems: ReadonlySet<CheckoutProblem>;
  refusal: string | null;
};

const empty: Shown = {
  fields: { number: '', expiry: '', cvc: '', name: '', email: '' },
  problems: new Set(),
  refusal: null,
};

function form(call: Call, invoice: InvoiceRecord, locale: PageLocale, shown: Shown): Html {
  const texts = checkoutTexts[locale];
  const sum = formatMoney(totalDue(call.store, invoice), invoice.currency, locale);
  return html`${
    shown.refusal !== null &&
    html`<p class="notice bad" role="alert" style="margin:0">${texts.declines[shown.refusal] ?? texts.declined}</p>`
  }
<form method="post" action="/i/${invoice.id}" class="stack" novalidate>
${cardFields(locale, shown.fields, shown.problems)}
<button class="button wide" name="pay" value="1">${texts.pay(sum)}</button></form>`;
}

function render(call: Call, invoice: InvoiceRecord, locale: PageLocale, shown: Shown): Reply {
  const texts = billingTexts[locale];
  const money = (amount: number): string => formatMoney(amount, invoice.currency, locale);
  const title = texts.invoice(invoice.number);
  const body = html`<main class="column"><p class="brand">Consilia</p><h1>${title}</h1>
<p class="notice" style="margin:0">${checkoutTexts[locale].sandboxNotice}</p>
<p style="margin:0">${texts.states[invoice.status]}</p>
<table><tbody>${invoice.lines.map(
    (line) => html`<tr><td>${line.description}</td><td class="tnum">${money(line.amount)}</td></tr>`,
  )}<tr><td>${texts.tax}</td><td class="tnum">${money(taxOf(call.store, invoice))}</td></tr>
<tr><th scope="row">${texts.total}</th><td class="tnum">${money(totalDue(call.store, invoice))}</td></tr></tbody></table>
${invoice.status === 'open' && form(call, invoice, locale, shown)}</main>`;
  return pageReply(200, pageLayout(locale, title, body));
}

function pay(call: Call, invoice: InvoiceRecord, incoming: Incoming, locale: PageLocale): Reply {
  const fields = readFields(new URLSearchParams(incoming.body));
  const customer = call.store.customers.find(invoice.customer);
  const checked = checkFields(fields, customer?.email ?? null, new Date(call.now * 1000));
  if ('problems' in checked)
    return render(call, invoice, locale, { fields, problems: checked.problems, refusal: null });
  const method = createPaymentMethod(call, checked.entry);
  const tried = collectInvoice(call, invoice, method);
  if (tried.status === 'paid') {
    if (customer) attachPaymentMethod(call, { ...method, setUp: true }, customer);
    return redirectReply(`/i/${invoice.id}`);
  }
  const intent = tried.intent === null ? undefined : call.store.intents.find(tried.intent);
  const refusal = intent?.failure?.declineCode ?? intent?.failure?.code ?? 'card_declined';
  return render(call, tried, locale, { ...empty, fields: { ...fields, number: '', cvc: '' }, refusal });
}

/** `/i/<invoice>`: an invoice that anybody who has its address can read and pay. */
export function invoicePage(sandbox: Sandbox, incoming: Incoming): Reply {
  return inTransaction(sandbox.store.db, () => {
    const call = internalCall(sandbox);
    sweep(call);
    const invoice = sandbox.store.invoices.find(incoming.path.split('/')[2] ?? '');
    if (invoice === undefined) return textReply(404, 'not found');
    const customer = sandbox.store.customers.find(invoice.customer);
    const locale = pickLocale(customer?.locales[0], incoming.headers['accept-language']);
    return incoming.method === 'POST' && invoice.status === 'open'
      ? pay(call, invoice, incoming, locale)
      : render(call, invoice, locale, empty);
  });
}
