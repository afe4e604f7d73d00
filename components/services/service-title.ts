import type { ServiceText } from '@/lib/services/types';

/** The title in the reader's language, else in the main one, else in any. */
export function serviceTitle(
  texts: readonly ServiceText[],
  locale: string,
  mainLocale?: string,
): string | undefined {
  const inLocale = (wanted: string | undefined) => texts.find((text) => text.locale === wanted)?.title;
  return inLocale(locale) ?? inLocale(mainLocale) ?? texts[0]?.title;
}
