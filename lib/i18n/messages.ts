import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Messages } from 'next-intl';
import type { Locale } from './routing';

const cache = new Map<Locale, Promise<Messages>>();

async function readMessages(locale: Locale): Promise<Messages> {
  const folder = join(process.cwd(), 'messages', locale);
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json'));
  const entries = await Promise.all(
    files.map(async (file) => [file.slice(0, -5), JSON.parse(await readFile(join(folder, file), 'utf8'))]),
  );
  return Object.fromEntries(entries);
}

/** All namespaces of a language, one file each. Read once a process. */
export function loadMessages(locale: Locale): Promise<Messages> {
  if (process.env.NODE_ENV === 'development') return readMessages(locale);
  const known = cache.get(locale) ?? readMessages(locale);
  cache.set(locale, known);
  return known;
}
