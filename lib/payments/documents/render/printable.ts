/**
 * What the typefaces of documents are cut to (scripts/fonts.ts), by script: people and practices are called what they are
 * called, also in Greek, Vietnamese, or a language of Central Asia.
 */
export const paperRanges: Readonly<Record<string, string>> = {
  latin:
    'U+0020-007E, U+00A0-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+2122, U+2191-2193, U+2212, U+2215, U+FEFF, U+FFFD',
  'latin-ext':
    'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+20A0-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF',
  cyrillic: 'U+0400-052F, U+2116',
  greek: 'U+0370-03FF, U+1F00-1FFF',
  vietnamese: 'U+1EA0-1EF1',
  marks: 'U+0300-036F',
  missing: 'U+25A1',
};

const known = new RegExp(
  `[\\n\\t${Object.values(paperRanges)
    .join(', ')
    .split(', ')
    .map((range) => range.slice(2).replaceAll(/[0-9A-F]+/g, String.raw`\u{$&}`))
    .join('')}]`,
  'u',
);
/** Leaves no ink by itself. */
const inkless = /[\p{Cf}\p{M}]/u;

/**
 * A text as documents can set it: a sign that no typeface of theirs has stands as an empty box, so that nobody takes what is
 * missing for nothing.
 */
export function printable(text: string): string {
  return Array.from(text.normalize('NFC'), (sign) => {
    if (known.test(sign)) return sign;
    return inkless.test(sign) ? '' : '\u25A1';
  }).join('');
}
