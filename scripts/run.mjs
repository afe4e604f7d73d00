// Entry of every command: uses only what Node 20 brings, installs the dependencies when the lock file
// changed, then runs under the Node 24 that comes with them: a TypeScript file, or a tool by its name.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.consilia-lock');
const node24 = join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
const env = {
  ...process.env,
  // Prisma's own schema engine cannot be had offline and is not used: migrations run by its WASM build.
  PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true',
  PATH: `${join(modules, '.bin')}${delimiter}${process.env.PATH ?? ''}`,
};

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

function runOrExit(command, args) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (error) console.error(error.message);
  if (status !== 0) process.exit(status ?? 1);
}

function installDependencies() {
  const hash = lockHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  // A tree that `npm ci` made by hand is as good as ours.
  if (!existsSync(join(modules, '.package-lock.json')) || existsSync(stamp)) {
    console.log('Installing dependencies…');
    runOrExit('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  }
  mkdirSync(modules, { recursive: true });
  writeFileSync(stamp, hash);
}

function generateClient() {
  const schema = spawnSync(node24, [join(root, 'scripts/lib/prisma-stamp.mjs')], { cwd: root, env });
  if (schema.status !== 0) runOrExit(node24, [join(modules, 'prisma/build/index.js'), 'generate']);
  if (schema.status !== 0) runOrExit(node24, [join(root, 'scripts/lib/prisma-stamp.mjs'), 'write']);
}

const [script, ...args] = process.argv.slice(2);
if (!script) {
  console.error('usage: node scripts/run.mjs FILE.ts|TOOL [arguments]');
  process.exit(2);
}
installDependencies();
generateClient();

const tsx = ['--disable-warning=ExperimentalWarning', '--import', 'tsx'];
const options = { cwd: root, env, stdio: 'inherit' };
const child = script.endsWith('.ts')
  ? spawn(node24, [...tsx, join(root, script), ...args], options)
  : spawn(join(modules, '.bin', script), args, options);
// Ctrl-C reaches the whole foreground group; the child decides when it is done. Other signals are handed on.
process.on('SIGINT', () => {});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
