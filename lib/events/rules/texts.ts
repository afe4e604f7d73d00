export type EventText = { readonly locale: string; readonly title: string; readonly description: string };

/**
 * The text that a reader of this language gets: in the language, else in the event's main one, else in any. Its `locale`
 * says which.
 */
export function shownEventText(texts: readonly EventText[], locale: string, mainLocale: string): EventText {
  const of = (wanted: string) => texts.find((text) => text.locale === wanted);
  return of(locale) ?? of(mainLocale) ?? texts[0] ?? { locale, title: '', description: '' };
}

/** Titles by language, as they are copied onto a seat; see `inLanguage`. */
export function titlesOf(texts: readonly EventText[]): Record<string, string> {
  return Object.fromEntries(texts.map(({ locale, title }) => [locale, title]));
}
