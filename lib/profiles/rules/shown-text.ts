type Text = { readonly locale: string; readonly headline: string; readonly about: string };

/** Whether a language has the main text of a profile: its headline. */
export function isTranslated(texts: readonly Text[], locale: string): boolean {
  return texts.some((text) => text.locale === locale && text.headline !== '');
}

/**
 * The text that a reader of this language gets: in the language, else in the profile's main one, else in any that has
 * a headline. Its `locale` says which; a profile without text gets empty ones.
 */
export function shownText(texts: readonly Text[], locale: string, mainLocale: string): Text {
  const written = texts.filter((text) => text.headline !== '');
  const of = (wanted: string) => written.find((text) => text.locale === wanted);
  return of(locale) ?? of(mainLocale) ?? written[0] ?? { locale, headline: '', about: '' };
}
