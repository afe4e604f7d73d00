import { isLocale, pathnames } from './routing';

export type PageName = keyof typeof pathnames;

type Template = { name: PageName; locale: string; pattern: RegExp; isFixed: boolean };

const escape = (text: string) => text.replaceAll(/[.*+?^${}()|\\]/g, '\\$&');

function patternOf(template: string): RegExp {
  const parts = template
    .split('/')
    .filter(Boolean)
    .map((part) => (part.startsWith('[') ? '[^/]+' : escape(part)));
  return new RegExp(`^/${parts.join('/')}/?$`);
}

const templates: Template[] = Object.entries(pathnames).flatMap(([name, localised]) =>
  Object.entries(typeof localised === 'string' ? { all: localised } : localised).map(
    ([locale, template]) => ({
      name: name as PageName,
      locale,
      pattern: patternOf(template),
      isFixed: !template.includes('['),
    }),
  ),
);

/** Which page of ours an address leads to, in the language that it names; undefined when it leads nowhere. */
export function pageOf(pathname: string): PageName | undefined {
  const [, language = '', ...rest] = pathname.split('/');
  if (!isLocale(language)) return undefined;
  const path = `/${rest.join('/')}`;
  const found = templates.filter(
    ({ locale, pattern }) => (locale === language || locale === 'all') && pattern.test(path),
  );
  return (found.find(({ isFixed }) => isFixed) ?? found[0])?.name;
}

const staticPages: ReadonlySet<PageName> = new Set(['/', '/advisors/[slug]', '/events/[eventId]', '/plans']);

/**
 * Whether a page is made once and kept for everybody: home, profiles, events, plans, and what is said at
 * addresses that lead nowhere.
 */
export function isStaticPage(pathname: string): boolean {
  const page = pageOf(pathname);
  return page === undefined || staticPages.has(page);
}

/** Whether an address can be read at all: what is escaped in it must be UTF-8. */
export function isReadable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}
