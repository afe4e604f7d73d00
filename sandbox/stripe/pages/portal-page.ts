import { type Html, html } from '@/sandbox/http/html';
import { totalDue } from '@/sandbox/stripe/billing/invoice-amounts';
import type { InvoiceRecord, PortalRecord, SubscriptionRecord } from '@/sandbox/stripe/billing/records';
import { priceOf } from '@/sandbox/stripe/billing/subscription-view';
import { type BillingTexts, billingTexts } from '@/sandbox/stripe/pages/billing-texts';
import { cardFields } from '@/sandbox/stripe/pages/card-fields';
import type { CheckoutFields, CheckoutProblem } from '@/sandbox/stripe/pages/checkout-form';
import { checkoutTexts } from '@/sandbox/stripe/pages/checkout-texts';
import { pageLayout } from '@/sandbox/stripe/pages/layout';
import { formatMoney, type PageLocale } from '@/sandbox/stripe/pages/locale';
import type { Store } from '@/sandbox/stripe/store';

export type PortalView = {
  portal: PortalRecord;
  locale: PageLocale;
  subscription: SubscriptionRecord | undefined;
  invoices: readonly InvoiceRecord[];
  fields: CheckoutFields;
  problems: ReadonlySet<CheckoutProblem>;
  isRefused: boolean;
};

function dateOf(seconds: number, locale: PageLocale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(seconds * 1000),
  );
}

function planCard(store: Store, view: PortalView, texts: BillingTexts): Html {
  const { subscription, locale, portal } = view;
  if (subscription === undefined) return html`<p class="meta" style="margin:0">${texts.noPlan}</p>`;
  const price = priceOf(store, subscription.price);
  const name = store.products.find(price.product)?.name ?? '';
  const end = dateOf(subscription.periodEnd, locale);
  const ends = subscription.cancelAtPeriodEnd;
  return html`<div class="card stack"><h2>${name}</h2>
<p style="margin:0" class="tnum">${formatMoney(price.unitAmount, price.currency, locale)}</p>
<p style="margin:0">${ends ? texts.endsOn(end) : texts.renewsOn(end)}</p>
${subscription.status === 'past_due' && html`<p class="notice bad" style="margin:0">${texts.pastDue}</p>`}
<form method="post" action="/p/session/${portal.id}"><button class="button quiet" name="do" value="${
    ends ? 'resume' : 'cancel'
  }">${ends ? texts.resume : texts.cancel}</button></form></div>`;
}

function cardSection(store: Store, view: PortalView, texts: BillingTexts): Html {
  const { subscription, portal, locale } = view;
  const customer = store.customers.find(portal.customer);
  const id = subscription?.paymentMethod ?? customer?.defaultPaymentMethod ?? null;
  const method = id === null ? undefined : store.paymentMethods.find(id);
  return html`<h2>${texts.card}</h2>
<p style="margin:0" class="tnum">${method ? `•••• ${method.number.slice(-4)}` : texts.noCard}</p>
${view.isRefused && html`<p class="notice bad" role="alert" style="margin:0">${texts.cardRefused}</p>`}
<details ${(view.problems.size > 0 || view.isRefused) && html`open`}><summary>${texts.changeCard}</summary>
<form method="post" action="/p/session/${portal.id}" class="stack" novalidate>
${cardFields(locale, view.fields, view.problems)}
<button class="button" name="do" value="card">${texts.saveCard}</button></form></details>`;
}

function invoiceRow(store: Store, invoice: InvoiceRecord, locale: PageLocale, texts: BillingTexts): Html {
  const sum = formatMoney(totalDue(store, invoice), invoice.currency, locale);
  const label = invoice.status === 'open' ? texts.payOpen(sum) : texts.states[invoice.status];
  return html`<tr><td><a href="/i/${invoice.id}">${invoice.number}</a> ${dateOf(invoice.created, locale)}</td>
<td class="tnum">${sum} · ${label}</td></tr>`;
}

/** Subscription, card and invoices of a customer. */
export function portalPage(store: Store, view: PortalView): Html {
  const { locale, portal, invoices } = view;
  const texts = billingTexts[locale];
  return pageLayout(
    locale,
    texts.portal,
    html`<main class="column"><p class="brand">Consilia</p><h1>${texts.portal}</h1>
<p class="notice" style="margin:0">${checkoutTexts[locale].sandboxNotice}</p>
${planCard(store, view, texts)}
${cardSection(store, view, texts)}
<h2>${texts.invoices}</h2>
<table><tbody>${invoices.map((invoice) => invoiceRow(store, invoice, locale, texts))}</tbody></table>
${portal.returnUrl !== null && html`<a href="${portal.returnUrl}">${texts.back}</a>`}</main>`,
  );
}
