/** Words in a row as a language joins them: "French, German and English". */
export function joinWords(words: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(words);
}
