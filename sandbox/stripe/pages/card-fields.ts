import { type Html, html } from '@/sandbox/http/html';
import type { CheckoutFields, CheckoutProblem } from '@/sandbox/stripe/pages/checkout-form';
import { checkoutTexts } from '@/sandbox/stripe/pages/checkout-texts';
import { field } from '@/sandbox/stripe/pages/layout';
import type { PageLocale } from '@/sandbox/stripe/pages/locale';

/** Number, expiry, code and name of a card, as every hosted page asks for them. */
export function cardFields(
  locale: PageLocale,
  fields: CheckoutFields,
  problems: ReadonlySet<CheckoutProblem>,
): Html {
  const texts = checkoutTexts[locale];
  const problem = (name: CheckoutProblem): string | undefined =>
    problems.has(name) ? texts.problems[name] : undefined;
  return html`${field({ id: 'number', label: texts.cardNumber, value: fields.number, problem: problem('number'), autocomplete: 'cc-number', inputmode: 'numeric', placeholder: '4242 4242 4242 4242' })}
<div class="pair">
${field({ id: 'expiry', label: texts.expiry, value: fields.expiry, problem: problem('expiry'), autocomplete: 'cc-exp', inputmode: 'numeric', placeholder: texts.expiryHint })}
${field({ id: 'cvc', label: texts.cvc, value: fields.cvc, problem: problem('cvc'), autocomplete: 'cc-csc', inputmode: 'numeric', placeholder: '123' })}
</div>
${field({ id: 'name', label: texts.name, value: fields.name, problem: problem('name'), autocomplete: 'cc-name' })}`;
}
