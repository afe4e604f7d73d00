/**
 * A text that was stored in several languages (`{"de": "Sitzung"}`), in the reader's; where that one is missing or
 * empty, the fallback.
 */
export function inLanguage(texts: unknown, locale: string, fallback: string): string {
  if (typeof texts !== 'object' || texts === null) return fallback;
  const text: unknown = Reflect.get(texts, locale);
  return typeof text === 'string' && text !== '' ? text : fallback;
}
