export type MoneyValue = { amount: number; currency: string };

/**
 * An amount in minor units as people of this language write it. `short` drops the cents of whole
 * amounts ("from €60"); anything that is paid is shown in full ("€70.00").
 */
export function formatMoney(
  { amount, currency }: MoneyValue,
  locale: string,
  { short = false } = {},
): string {
  const region = locale === 'en' ? 'en-GB' : locale;
  const digits = new Intl.NumberFormat(region, { style: 'currency', currency }).resolvedOptions();
  const format = new Intl.NumberFormat(region, {
    style: 'currency',
    currency,
    ...(short && { trailingZeroDisplay: 'stripIfInteger' as const }),
  });
  // A minus is as wide as a figure; what Intl writes is a hyphen.
  return format.format(amount / 10 ** (digits.maximumFractionDigits ?? 2)).replace('-', '−');
}

/** The sign of a currency as people of this language write it, for the label of a field: "€", "CHF". */
export function currencySign(currency: string, locale: string): string {
  const region = locale === 'en' ? 'en-GB' : locale;
  const parts = new Intl.NumberFormat(region, { style: 'currency', currency }).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')?.value ?? currency;
}
