import { useTranslations } from 'next-intl';
import type { PriceWords } from './price-words';

/** The words of prices for the editors, which do not carry the messages of errors. */
export function usePriceWordsOf(currency: string): PriceWords {
  const t = useTranslations('errors');
  const codes = ['service.priceInvalid', 'service.priceTooLow'] as const;
  return { currency, errors: Object.fromEntries(codes.map((code) => [code, t(code)])) };
}
