const mostWords = 5;
const longest = 60;

/** The words that a name has to hold, the first five; what has no letter or digit asks for nothing. */
export function searchWords(query: string): string[] {
  return query
    .normalize('NFC')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map((word) => word.slice(0, longest))
    .slice(0, mostWords);
}
