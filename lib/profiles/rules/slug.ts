const MIN_LENGTH = 3;
const MAX_LENGTH = 60;
/** Stands in for a name of which no Latin letter or digit can be made. */
const FALLBACK = 'advisor';

const letters: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  є: 'ye',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  ї: 'yi',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ў: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  å: 'a',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Whether the text can stand in an address: 3 to 60 small Latin letters and digits with single hyphens between. */
export function isSlug(text: string): boolean {
  return text.length >= MIN_LENGTH && text.length <= MAX_LENGTH && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
}

/**
 * The address of a public profile made from its name: Cyrillic and special Latin letters are written in plain
 * ones, accents fall away, everything else becomes a hyphen. With a suffix (2, 3, …, handed in by whoever
 * knows which addresses are taken) the name is cut so that the suffix stays.
 */
export function slugOf(name: string, suffix?: number): string {
  const plain = Array.from(name.normalize('NFC').toLowerCase(), (letter) => letters[letter] ?? letter).join(
    '',
  );
  const words = plain
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f’']/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-');
  const base = trimHyphens(words);
  const end = suffix === undefined ? '' : `-${suffix}`;
  const start = trimHyphens((base === '' ? FALLBACK : base).slice(0, MAX_LENGTH - end.length));
  const slug = `${start}${end}`;
  return slug.length < MIN_LENGTH ? `${FALLBACK}-${slug}` : slug;
}

function trimHyphens(text: string): string {
  return text.replaceAll(/^-+|-+$/g, '');
}
