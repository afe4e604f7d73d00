import { type Locale, pathnames } from './routing';

type Pathname = keyof typeof pathnames;
type ParamsOf<P> = P extends `${string}[${infer Name}]${infer Rest}` ? Name | ParamsOf<Rest> : never;
type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>;
type After = { readonly query?: Query; readonly hash?: string };
type HrefTo<P extends Pathname> =
  ParamsOf<P> extends never
    ? P | ({ readonly pathname: P } & After)
    : { readonly pathname: P; readonly params: Readonly<Record<ParamsOf<P>, string>> } & After;

/** A page of ours by its internal path, with the parameters that stand in it, what follows the question mark and the place on it. */
export type Href = { [P in Pathname]: HrefTo<P> }[Pathname];

/** Turns `{word: 'sleep', language: ['fr', 'de']}` into the part after the question mark. */
function queryOf(query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== '') search.append(name, String(one));
    }
  }
  return search.size > 0 ? `?${search}` : '';
}

/**
 * The address of a page in a language. next-intl's `createNavigation` has the same, and 15 kB of script for each page
 * on whose way it is imported.
 */
export function pagePath(page: Href, locale: Locale): string {
  const {
    pathname,
    params,
    query,
    hash,
  }: { pathname: Pathname; params?: Readonly<Record<string, string>> } & After =
    typeof page === 'string' ? { pathname: page } : page;
  const template = pathnames[pathname];
  const localised = typeof template === 'string' ? template : template[locale];
  const path = localised.replace(/\[(\w+)\]/g, (_, name: string) => encodeURIComponent(params?.[name] ?? ''));
  return `/${locale}${path === '/' ? '' : path}${queryOf(query ?? {})}${hash ? `#${hash}` : ''}`;
}
