import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runBrowserTests } from './test/browser-tests';

type Layer = { name: string; run: () => number | Promise<number> };

const bin = (name: string) => `node_modules/.bin/${name}`;

function command(file: string, ...args: string[]): () => number {
  return () =>
    spawnSync(file, args, { stdio: 'inherit', env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' } })
      .status ?? 1;
}

/** A vitest project; what it counted is read back for the closing line. */
function vitest(project: string): () => number {
  return command(
    bin('vitest'),
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${resultFile(project)}`,
  );
}

const resultFile = (project: string) => `test-results/${project}.json`;

/** Types of the routes are made anew; what a development server left there would speak of other routes. */
function checkTypes(): number {
  rmSync('.next/dev/types', { recursive: true, force: true });
  return command(bin('next'), 'typegen')() || command(bin('tsc'), '--noEmit')();
}

const layers: Layer[] = [
  { name: 'format', run: command(bin('biome'), 'format', '.') },
  { name: 'lint', run: command(bin('oxlint'), '--type-aware', '--deny-warnings') },
  { name: 'types', run: checkTypes },
  { name: 'structure', run: command(process.execPath, '--import', 'tsx', 'scripts/check-structure.ts') },
  { name: 'unused', run: command(bin('knip')) },
  { name: 'unit', run: vitest('unit') },
  { name: 'db', run: vitest('db') },
  { name: 'contract', run: vitest('contract') },
  { name: 'e2e', run: runBrowserTests },
];

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true });
  const chosen = layers.filter(({ name }) => !values.only || name === values.only);
  if (chosen.length === 0)
    throw new Error(`There is no layer ${values.only}: ${layers.map(({ name }) => name).join(', ')}.`);
  rmSync('test-results', { recursive: true, force: true });
  const failed: string[] = [];
  for (const { name, run } of chosen) {
    const begun = Date.now();
    console.log(`\n=== ${name}`);
    if ((await run()) !== 0) failed.push(name);
    console.log(
      `=== ${name}: ${failed.includes(name) ? 'failed' : 'passed'} in ${Math.round((Date.now() - begun) / 1000)} s`,
    );
  }
  const { passed, failed: failedTests } = await countTests(failed);
  if (failed.length > 0) console.log(`Failed: ${failed.join(', ')}.`);
  console.log(`${passed} passed, ${failedTests} failed`);
  process.exit(failed.length > 0 ? 1 : 0);
}

type VitestResult = { numPassedTests: number; numFailedTests: number };
type PlaywrightResult = { stats: { expected: number; flaky: number; unexpected: number } };

/** Tests of all layers; a layer without tests of its own counts as one. */
async function countTests(failedLayers: string[]): Promise<{ passed: number; failed: number }> {
  const { readFile } = await import('node:fs/promises');
  let passed = 0;
  let failed = 0;
  for (const { name } of layers) {
    const file = resultFile(name);
    if (!existsSync(file)) {
      if (failedLayers.includes(name)) failed += 1;
      continue;
    }
    const result: VitestResult | PlaywrightResult = JSON.parse(await readFile(file, 'utf8'));
    passed += 'stats' in result ? result.stats.expected + result.stats.flaky : result.numPassedTests;
    const wrong = 'stats' in result ? result.stats.unexpected : result.numFailedTests;
    failed += wrong === 0 && failedLayers.includes(name) ? 1 : wrong;
  }
  return { passed, failed };
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
