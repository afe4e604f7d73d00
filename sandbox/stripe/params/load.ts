import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ParamTypes } from '@/sandbox/stripe/params/schema';

const folder = 'node_modules/.cache/consilia';

/** What the result depends on: the SDK, the compiler, and how they are read. */
const sources = [
  'node_modules/stripe/package.json',
  'node_modules/typescript/package.json',
  ...['read-types.ts', 'schema.ts', 'sdk-methods.ts'].map((name) => `sandbox/stripe/params/${name}`),
];

function cacheFile(): string {
  const hash = createHash('sha256');
  for (const source of sources) hash.update(readFileSync(source));
  return join(folder, `stripe-params-${hash.digest('hex').slice(0, 16)}.json`);
}

/** The parameter types of the installed SDK; read anew only when SDK, compiler or reader changed. */
export async function loadParamTypes(): Promise<ParamTypes> {
  const file = cacheFile();
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const { readParamTypes } = await import('@/sandbox/stripe/params/read-types');
  const types = readParamTypes();
  mkdirSync(folder, { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, JSON.stringify(types));
  renameSync(draft, file);
  return types;
}
