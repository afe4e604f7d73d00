const ligatures: Readonly<Record<string, string>> = {
  ß: 'ss',
  œ: 'oe',
  æ: 'ae',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
};

/**
 * Text as the directory stores and searches it: lower case, without accents (ё is е, ü is u), special letters in
 * plain ones, everything that is neither letter nor digit a single space. Both sides of a search go through it.
 */
export function foldWords(text: string): string {
  return Array.from(text.toLowerCase(), (letter) => ligatures[letter] ?? letter)
    .join('')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
