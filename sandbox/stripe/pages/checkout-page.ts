import { type Html, html } from '@/sandbox/http/html';
import { testCards } from '@/sandbox/stripe/cards';
import { cardFields } from '@/sandbox/stripe/pages/card-fields';
import type { CheckoutFields, CheckoutProblem } from '@/sandbox/stripe/pages/checkout-form';
import { type CheckoutTexts, checkoutTexts } from '@/sandbox/stripe/pages/checkout-texts';
import { billingTexts } from '@/sandbox/stripe/pages/billing-texts';
import { field, pageLayout } from '@/sandbox/stripe/pages/layout';
import { formatMoney, type PageLocale } from '@/sandbox/stripe/pages/locale';
import type { CheckoutRecord } from '@/sandbox/stripe/records';
import { totalOf } from '@/sandbox/stripe/resources/checkout-view';

export type CheckoutView = {
  session: CheckoutRecord;
  locale: PageLocale;
  fields: CheckoutFields;
  problems: ReadonlySet<CheckoutProblem>;
  declineCode: string | null;
};

function sumOf(session: CheckoutRecord, locale: PageLocale): string {
  return formatMoney(totalOf(session), session.currency ?? 'eur', locale);
}

function summary(view: CheckoutView, texts: CheckoutTexts): Html {
  const { session, locale } = view;
  const isPayment = session.mode !== 'setup';
  const money = (amount: number): string => formatMoney(amount, session.currency ?? 'eur', locale);
  const billing = billingTexts[locale];
  return html`<aside class="summary"><div><p class="brand">Consilia</p>
${isPayment ? html`<div class="sum">${sumOf(session, locale)}</div>` : html`<h1>${texts.titleSave}</h1>`}
${
  isPayment
    ? html`<ul>${session.lines.map(
        (line) =>
          html`<li><span>${line.name}</span><span class="tnum">${money(line.unitAmount * line.quantity)}</span>${
            line.description !== null && html`<span class="meta">${line.description}</span>`
          }</li>`,
      )}${
        (session.tax ?? 0) > 0 &&
        html`<li><span>${billing.tax}</span><span class="tnum">${money(session.tax ?? 0)}</span></li>`
      }</ul>`
    : html`<p class="meta">${texts.saveNotice}</p>`
}
${isPayment && session.intentData.captureMethod === 'manual' && html`<p class="meta" style="margin:0">${texts.manualNotice}</p>`}
${session.mode === 'subscription' && html`<p class="meta" style="margin:0">${billing.renews}</p>`}
${session.submitText !== null && html`<p class="meta" style="margin:0">${session.submitText}</p>`}
${session.cancelUrl !== null && html`<a href="${session.cancelUrl}">${texts.back}</a>`}</div></aside>`;
}

function groups(number: string): string {
  return number.replace(/(.{4})(?=.)/g, '$1 ');
}

function hints(texts: CheckoutTexts): Html {
  return html`<details><summary>${texts.testCards}</summary><ul class="cards">${testCards.map((card) =>
    card.hint === null
      ? html``
      : html`<li><button name="prefill" value="${card.number}" formnovalidate><span>${groups(card.number)}</span><span class="meta">${texts.hints[card.hint]}</span></button></li>`,
  )}</ul></details>`;
}

function alertOf(view: CheckoutView, texts: CheckoutTexts): Html | false {
  if (view.declineCode === null) return false;
  return html`<p class="notice bad" role="alert" style="margin:0">${texts.declines[view.declineCode] ?? texts.declined}</p>`;
}

function submitLabel(session: CheckoutRecord, texts: CheckoutTexts, locale: PageLocale): string {
  if (session.mode === 'setup') return texts.save;
  const sum = sumOf(session, locale);
  return session.mode === 'subscription' ? billingTexts[locale].subscribe(sum) : texts.pay(sum);
}

/** The hosted payment page: works on a phone and without JavaScript. */
export function checkoutPage(view: CheckoutView): Html {
  const { session, locale, fields } = view;
  const texts = checkoutTexts[locale];
  const problem = (name: CheckoutProblem): string | undefined =>
    view.problems.has(name) ? texts.problems[name] : undefined;
  const isPayment = session.mode !== 'setup';
  const title = isPayment ? texts.titlePay : texts.titleSave;
  const body = html`<div class="sheet">${summary(view, texts)}<main class="work"><div>
${isPayment && html`<h1>${texts.titlePay}</h1>`}
<p class="notice" style="margin:0">${texts.sandboxNotice}</p>${alertOf(view, texts)}
<form method="post" action="/c/pay/${session.id}" class="stack" novalidate>
${
  session.customerEmail === null
    ? field({
        id: 'email',
        label: texts.email,
        value: fields.email,
        problem: problem('email'),
        autocomplete: 'email',
        type: 'email',
      })
    : html`<div class="field"><span class="meta">${texts.email}</span><span>${session.customerEmail}</span></div>`
}
${cardFields(locale, fields, view.problems)}
<button class="button wide" name="pay" value="1">${submitLabel(session, texts, locale)}</button>
${hints(texts)}</form></div></main></div>`;
  return pageLayout(locale, title, body);
}

/** The bank's question (3-D Secure). */
export function challengePage(session: CheckoutRecord, locale: PageLocale): Html {
  const texts = checkoutTexts[locale];
  const body = html`<div class="narrow"><main class="card"><h1>${texts.challengeTitle}</h1>
<p style="margin:0">${session.mode !== 'setup' ? texts.challengeText(sumOf(session, locale)) : texts.challengeTextSave}</p>
<form method="post" action="/c/pay/${session.id}/challenge" class="stack">
<button class="button wide" name="answer" value="pass">${texts.challengePass}</button>
<button class="button quiet" name="answer" value="fail">${texts.challengeFail}</button></form>
<p class="meta" style="margin:0">${texts.sandboxNotice}</p></main></div>`;
  return pageLayout(locale, texts.challengeTitle, body);
}

export function expiredPage(session: CheckoutRecord, locale: PageLocale): Html {
  const texts = checkoutTexts[locale];
  const body = html`<div class="narrow"><main class="card"><h1>${texts.expiredTitle}</h1><p style="margin:0">${texts.expiredText}</p>
${session.cancelUrl !== null && html`<a class="button" href="${session.cancelUrl}">${texts.back}</a>`}</main></div>`;
  return pageLayout(locale, texts.expiredTitle, body);
}
