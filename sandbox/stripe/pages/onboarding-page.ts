import { type Html, html, trusted } from '@/sandbox/http/html';
import { field, pageLayout } from '@/sandbox/stripe/pages/layout';
import type { PageLocale } from '@/sandbox/stripe/pages/locale';
import {
  countries,
  type OnboardingField,
  type OnboardingProblem,
  type OnboardingValues,
} from '@/sandbox/stripe/pages/onboarding-form';
import { type OnboardingTexts, onboardingTexts } from '@/sandbox/stripe/pages/onboarding-texts';

export type OnboardingView = {
  action: string;
  locale: PageLocale;
  values: OnboardingValues;
  problems: ReadonlyMap<OnboardingField, OnboardingProblem>;
};

function sentence(texts: OnboardingTexts, name: OnboardingField, problem: OnboardingProblem): string {
  if (problem === 'invalid' && (name === 'birth' || name === 'iban')) return texts.problems[name];
  return texts.required;
}

function countrySelect(view: OnboardingView, texts: OnboardingTexts): Html {
  const names = new Intl.DisplayNames([view.locale], { type: 'region' });
  const chosen = view.values.country === '' ? 'FR' : view.values.country;
  return html`<div class="field"><label for="country">${texts.country}</label>
<select id="country" name="country" autocomplete="country">${countries.map(
    (code) =>
      html`<option value="${code}" ${code === chosen ? trusted('selected') : ''}>${names.of(code) ?? code}</option>`,
  )}</select></div>`;
}

/** The hosted onboarding: one short form; it can be left and taken up again. */
export function onboardingPage(view: OnboardingView): Html {
  const texts = onboardingTexts[view.locale];
  const input = (
    id: OnboardingField,
    label: string,
    autocomplete: string,
    extra: { type?: 'text' | 'date'; placeholder?: string } = {},
  ): Html => {
    const problem = view.problems.get(id);
    return field({
      id,
      label,
      value: view.values[id],
      problem: problem === undefined ? undefined : sentence(texts, id, problem),
      autocomplete,
      ...extra,
    });
  };
  const body = html`<main class="column"><p class="brand">Consilia</p><h1>${texts.title}</h1>
<p style="margin:0">${texts.intro}</p><p class="notice" style="margin:0">${texts.sandboxNotice}</p>
<form method="post" action="${view.action}" class="stack card" novalidate>
<div class="pair">${input('givenName', texts.givenName, 'given-name')}${input('surname', texts.surname, 'family-name')}</div>
${input('birth', texts.birth, 'bday', { type: 'date' })}
${input('line1', texts.line1, 'street-address')}
<div class="pair">${input('postalCode', texts.postalCode, 'postal-code')}${input('city', texts.city, 'address-level2')}</div>
${countrySelect(view, texts)}
${input('iban', texts.iban, 'off', { placeholder: texts.ibanHint })}
<button class="button wide" name="do" value="submit">${texts.submit}</button>
<div class="pair"><button class="button quiet" name="do" value="later" formnovalidate>${texts.later}</button>
<button class="button quiet" name="do" value="prefill" formnovalidate>${texts.prefill}</button></div>
</form></main>`;
  return pageLayout(view.locale, texts.title, body);
}
