export type PageLocale = 'de' | 'en' | 'fr' | 'ru';

const known: readonly PageLocale[] = ['de', 'en', 'fr', 'ru'];

/** The first language we have texts for; English otherwise. `auto` means the browser's. */
export function pickLocale(
  wanted: string | null | undefined,
  acceptLanguage: string | undefined,
): PageLocale {
  const offers = [
    ...(wanted === null || wanted === undefined || wanted === 'auto' ? [] : [wanted]),
    ...(acceptLanguage ?? '').split(','),
  ];
  for (const offer of offers) {
    const language = offer.trim().slice(0, 2).toLowerCase();
    const match = known.find((locale) => locale === language);
    if (match) return match;
  }
  return 'en';
}

export function formatMoney(amount: number, currency: string, locale: PageLocale): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency: currency.toUpperCase() }).format(
    amount / 100,
  );
}
