const capital = (text: string, locale: string) => text.slice(0, 1).toLocaleUpperCase(locale) + text.slice(1);

/** The name of a spoken language as it stands alone: "Français", "German". */
export function languageName(code: string, locale: string): string {
  return capital(new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code, locale);
}

/** Spoken languages for tags: the reader's own first, then as the advisor gave them. */
export function languageTags(codes: readonly string[], locale: string): { code: string; name: string }[] {
  return codes
    .toSorted((a, b) => Number(b === locale) - Number(a === locale))
    .map((code) => ({ code, name: languageName(code, locale) }));
}

/** The same languages in a row, of which only the first begins with a capital. */
export function languageRow(codes: readonly string[], locale: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  return languageTags(codes, locale).map(({ code, name }, index) => ({
    code,
    name: index === 0 ? name : (names.of(code) ?? code),
  }));
}
