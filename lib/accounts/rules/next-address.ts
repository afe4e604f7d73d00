/** Nothing of ours is longer. */
const MAX_LENGTH = 2000;

/**
 * Where to go after signing in, when the address asks for it: only a path of this site, `/` and one of its
 * languages. Anything that some browser might read as another site, or that leaves the language again, is
 * null: `//x`, `/\x`, encoded slashes, `..`, tabs and other control characters, a scheme.
 */
export function safeNext(asked: unknown, locales: readonly string[]): string | null {
  if (typeof asked !== 'string' || asked.length > MAX_LENGTH) return null;
  if (/[\\\p{Cc}\p{Zs}\p{Cf}]/u.test(asked)) return null;
  const [path = ''] = asked.split(/[?#]/, 1);
  if (/\/\/|%2f|%5c|%2e|%25|%0|%1|%7f/i.test(path) || /(^|\/)\.{1,2}(\/|$)/.test(path)) return null;
  const [, locale = ''] = path.split('/', 2);
  if (!path.startsWith('/') || !locales.includes(locale)) return null;
  const url = URL.parse(asked, 'https://site.invalid');
  return url?.origin === 'https://site.invalid' && url.pathname.split('/', 2)[1] === locale ? asked : null;
}
