import { type ContentType, contentTypes } from '@/lib/shared/file-limits';

/** The endings of a name that say so; the first is the usual one. */
const endings: Record<ContentType, readonly string[]> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'text/plain': ['txt', 'text', 'log', 'csv', 'md'],
};

const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0) =>
  signature.every((byte, index) => bytes[at + index] === byte);
const ascii = (text: string) => Array.from(text, (sign) => sign.charCodeAt(0));

/** What text does not hold: control characters other than tab, line feed, form feed and carriage return. */
// oxlint-disable-next-line no-control-regex
const binary = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;

function isText(bytes: Uint8Array): boolean {
  try {
    return !binary.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}

/**
 * What a file holds by its first bytes, whatever its name or its sender says (PDF 32000-1, 7.5.2; PNG 5.2; JFIF; RIFF
 * container of WebP); null for anything that is not taken. Text is UTF-8 without control characters.
 */
export function contentTypeOf(bytes: Uint8Array): ContentType | null {
  if (startsWith(bytes, ascii('%PDF-'))) return 'application/pdf';
  if (startsWith(bytes, [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a])) return 'image/png';
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(bytes, ascii('RIFF')) && startsWith(bytes, ascii('WEBP'), 8)) return 'image/webp';
  return bytes.length > 0 && isText(bytes) ? 'text/plain' : null;
}

/** Whether a browser's word for a file is one that may be tried; no word at all may. */
export function isTried(type: string): boolean {
  return type === '' || contentTypes.some((known) => known === type) || type.startsWith('text/');
}

const mostCharacters = 120;
/** Control characters, what turns the reading direction, and what names a place. */
const unfit = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}/\\:*?"<>|]+/gu;

/**
 * A name as it can be shown and written to any disk: one line, no path, at most 120 characters, its ending kept. A name
 * of which nothing is left is `file`.
 */
export function fileNameOf(given: string): string {
  // Half a character becomes a mark of its own.
  const name = Buffer.from(given, 'utf8')
    .toString('utf8')
    .normalize('NFC')
    .replaceAll(unfit, ' ')
    .replaceAll(/\s+/gu, ' ')
    .replace(/^[. ]+/, '')
    .trim();
  if (name === '') return 'file';
  const signs = Array.from(name);
  if (signs.length <= mostCharacters) return name;
  const ending = /\.\w{1,8}$/.exec(name)?.[0] ?? '';
  return `${signs.slice(0, mostCharacters - ending.length).join('')}${ending}`;
}

/** The name under which it is saved: its ending says what it holds. */
export function savedNameOf(name: string, type: ContentType): string {
  const [usual = 'bin', ...others] = endings[type];
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return name.includes('.') && [usual, ...others].includes(ending) ? name : `${name}.${usual}`;
}
