import { spawnSync } from 'node:child_process';
import { createHash, type Hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const sources = [
  'app',
  'components',
  'lib',
  'messages',
  'public',
  'package-lock.json',
  'next.config.mjs',
  'proxy.ts',
  'instrumentation.ts',
  'tsconfig.json',
  'postcss.config.mjs',
];
const stamp = '.next/consilia-sources';

function addToHash(hash: Hash, path: string): void {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) {
    hash.update(path).update(readFileSync(path));
    return;
  }
  for (const name of readdirSync(path).sort()) addToHash(hash, join(path, name));
}

/** What the build was made from; tests beside the sources do count, which costs a build and never a stale page. */
function sourcesHash(): string {
  const hash = createHash('sha256');
  for (const source of sources) addToHash(hash, source);
  return hash.digest('hex');
}

/** Builds the web application unless the last build was made from the same sources. */
export function ensureBuild(): void {
  const hash = sourcesHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  console.log('Building…');
  rmSync(stamp, { force: true });
  const { status } = spawnSync(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (status !== 0) throw new Error('The build failed.');
  writeFileSync(stamp, hash);
}
