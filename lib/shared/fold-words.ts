const ligatures: Readonly<Record<string, string>> = {
  ß: 'ss',
  œ: 'oe',
  æ: 'ae',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
};

/** Latin letters and the Cyrillic ones that look like them, small or as capitals. */
const lookAlikes = 'aаcсeеoоpрxхyуkкmмtтhнbв'.split('');
const cyrillicOf = new Map<string, string>();
const latinOf = new Map<string, string>();
for (let index = 0; index + 1 < lookAlikes.length; index += 2) {
  const [latin = '', cyrillic = ''] = lookAlikes.slice(index, index + 2);
  cyrillicOf.set(latin, cyrillic);
  latinOf.set(cyrillic, latin);
}

/** A word of two alphabets was meant in one: in that whose letters cannot be taken for the other's. */
function inOneAlphabet(word: string): string {
  const letters = Array.from(word);
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter));
  const cyrillic = letters.filter((letter) => /\p{Script=Cyrillic}/u.test(letter));
  if (latin.length === 0 || cyrillic.length === 0) return word;
  if (latin.every((letter) => cyrillicOf.has(letter)))
    return letters.map((letter) => cyrillicOf.get(letter) ?? letter).join('');
  if (cyrillic.every((letter) => latinOf.has(letter)))
    return letters.map((letter) => latinOf.get(letter) ?? letter).join('');
  return word;
}

/**
 * Text as the directory stores and searches it: lower case, without accents (ё is е, ü is u), special letters in
 * plain ones, a Latin letter that slipped into a Cyrillic word (or the other way) in the word's alphabet, everything
 * that is neither letter nor digit a single space. Both sides of a search go through it.
 */
export function foldWords(text: string): string {
  return Array.from(text.toLowerCase(), (letter) => ligatures[letter] ?? letter)
    .join('')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map(inOneAlphabet)
    .join(' ');
}
