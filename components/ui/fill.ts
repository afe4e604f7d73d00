/**
 * Puts words into a sentence that came from the messages as it is written there (`t.raw`), for
 * client leaves of public pages, which carry no message formatter: "{date}, full".
 */
export function fill(sentence: string, words: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole);
}
