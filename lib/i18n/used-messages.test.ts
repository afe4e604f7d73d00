import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

/** What the product itself is made of: tests and seeds show nothing. */
const files = execFileSync(
  'git',
  ['ls-files', '-co', '--exclude-standard', 'app', 'components', 'lib', 'scripts'],
  {
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.') && !file.includes('generated'))
  .filter((file) => existsSync(file));
const sources = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));

/** Every key of English with its namespace, `booking.hold.held`. */
function keysOf(value: unknown, path: string): string[] {
  if (typeof value === 'string') return [path];
  return Object.entries(value ?? {}).flatMap(([key, child]) => keysOf(child, path ? `${path}.${key}` : key));
}
const keys = readdirSync('messages/en').flatMap((file) =>
  keysOf(JSON.parse(readFileSync(`messages/en/${file}`, 'utf8')), file.replace('.json', '')),
);

/** The texts in quotes of a source; what varies in a template stands for anything, unless nothing else is in it. */
function patternsOf(source: string): string[] {
  const plain = [...source.matchAll(/(['"])([\w.-]+)\1/g)].map((match) => match[2] ?? '');
  const templates = [...source.matchAll(/`([\w.-]*\$\{[^`]*)`/g)].map((match) =>
    (match[1] ?? '').replaceAll(/\$\{[^}]*\}/g, '*'),
  );
  return [...plain, ...templates.filter((template) => /^[\w.*-]+$/.test(template) && /\w/.test(template))];
}

/** The parts of the messages that a source asks for by `useTranslations`, `getTranslations` and their like. */
function namespacesOf(source: string): string[] {
  const asked = [...source.matchAll(/(?:use|get)Translations\(\s*'([\w.-]+)'/g)].map(
    (match) => match[1] ?? '',
  );
  const named = [...source.matchAll(/namespace: '([\w.-]+)'/g)].map((match) => match[1] ?? '');
  return [...asked, ...named];
}

/** The parts of a file of messages that a source reads for itself, without a translator: `broken.title`. */
function readDirectly(source: string): string[] {
  const namespace = /from '@\/messages\/en\/(\w+)\.json'/.exec(source)?.[1];
  if (namespace === undefined) return [];
  return [...source.matchAll(/\b(\w+)\.(\w+)\b/g)].map((match) => `${namespace}.${match[1]}.${match[2]}`);
}

function importsOf(file: string, source: string): string[] {
  return [...source.matchAll(/from '((?:@\/|\.)[^']+)'/g)].flatMap((match) => {
    const path = match[1] ?? '';
    const base = path.startsWith('@/') ? path.slice(2) : join(dirname(file), path);
    return [`${base}.ts`, `${base}.tsx`].filter((name) => sources.has(name));
  });
}

/** What a source imports, and what that does: codes may stand beside the types that it takes. */
function reachOf(file: string): Set<string> {
  const near = importsOf(file, sources.get(file) ?? '');
  return new Set([...near, ...near.flatMap((name) => importsOf(name, sources.get(name) ?? ''))]);
}

/** A source names a key whole, or by its end when it, or whoever imports it, asks for what stands before. */
function isUsed(): (key: string) => boolean {
  const whole = new Set<string>();
  for (const [file, source] of sources) {
    const mine = patternsOf(source);
    for (const pattern of [...mine, ...readDirectly(source)]) whole.add(pattern);
    const handedOn = [...reachOf(file)].flatMap((name) => patternsOf(sources.get(name) ?? ''));
    for (const namespace of namespacesOf(source))
      for (const pattern of [...mine, ...handedOn]) whole.add(`${namespace}.${pattern}`);
  }
  const open = [...whole]
    .filter((pattern) => pattern.includes('.') && pattern.includes('*'))
    .map((pattern) => new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[\\w.-]+')}$`));
  return (key) => whole.has(key) || open.some((pattern) => pattern.test(key));
}

it('every message is used under its namespace', { timeout: 60_000 }, () => {
  const used = isUsed();
  // Mails are named by the news that they bring, which their own test goes through; codes of errors by their values.
  const others = keys.filter(
    (key) => !/^emails\.(booking|account)\./.test(key) && !key.startsWith('errors.'),
  );
  expect(others.filter((key) => !used(key))).toEqual([]);
});

it('every error code is returned somewhere', () => {
  const product = [...sources]
    .filter(([file]) => file !== 'lib/shared/errors.ts')
    .map(([, source]) => source);
  const unused = keys
    .filter((key) => key.startsWith('errors.'))
    .map((key) => key.slice('errors.'.length))
    .filter((code) => !product.some((source) => source.includes(`'${code}'`)));
  expect(unused).toEqual([]);
});

it('every mail is sent by somebody', () => {
  const product = [...sources.values()].join('\n');
  const kinds = keys.flatMap(
    (key) => /^emails\.(booking|account)\.(\w+)\./.exec(key)?.slice(1, 3).join('.') ?? [],
  );
  const isNamed = (kind: string) =>
    product.includes(`'${kind}'`) || product.includes(`'${kind.slice(kind.indexOf('.') + 1)}'`);
  expect([...new Set(kinds)].filter((kind) => !isNamed(kind))).toEqual([]);
});
