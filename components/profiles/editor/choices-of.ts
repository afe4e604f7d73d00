import { locales } from '@/lib/i18n/routing';
import { spokenLanguages } from '@/lib/profiles/rules/spoken-languages';
import type { Choice } from './checks';

/** Names that `Intl` knows, sorted as the reader's language sorts. */
export function namedChoices(
  codes: readonly string[],
  type: 'language' | 'region',
  locale: string,
): Choice[] {
  const names = new Intl.DisplayNames([locale], { type });
  const collator = new Intl.Collator(locale);
  return codes
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .toSorted((a, b) => collator.compare(a.label, b.label));
}

/** The spoken languages: those of the site and the chosen ones first, the others apart. */
export function languageChoices(chosen: readonly string[], locale: string) {
  const isNear = (code: string) => chosen.includes(code) || locales.some((one) => one === code);
  return {
    near: namedChoices(spokenLanguages.filter(isNear), 'language', locale),
    others: namedChoices(
      spokenLanguages.filter((code) => !isNear(code)),
      'language',
      locale,
    ),
  };
}
