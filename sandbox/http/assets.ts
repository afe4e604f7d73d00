import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const packages: Record<string, string> = {
  'inter-latin-wght-normal.woff2': '@fontsource-variable/inter',
  'inter-cyrillic-wght-normal.woff2': '@fontsource-variable/inter',
  'source-serif-4-latin-opsz-normal.woff2': '@fontsource-variable/source-serif-4',
  'source-serif-4-cyrillic-opsz-normal.woff2': '@fontsource-variable/source-serif-4',
};

const require = createRequire(import.meta.url);

/** The font files of `/_assets/<name>`, straight from their packages; undefined for any other name. */
export function readFont(name: string): Buffer | undefined {
  const holder = packages[name];
  if (holder === undefined) return undefined;
  return readFileSync(join(dirname(require.resolve(`${holder}/package.json`)), 'files', name));
}
