import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const cap = 400;

/** No circle, no crossing of layers (dependency-cruiser), no file of more than 400 lines. */
function main(): number {
  const cruise = spawnSync(
    'node_modules/.bin/depcruise',
    [
      '--config',
      '.dependency-cruiser.mjs',
      '--output-type',
      'err-long',
      'app',
      'components',
      'lib',
      'proxy.ts',
    ],
    { encoding: 'utf8' },
  );
  // The hint about TypeScript 7 is noise: the sources are read by swc, types included.
  console.log(cruise.stdout.replace(/\n‼ missing-tsc-transpiler[\s\S]*$/, '').trim());
  if (cruise.status !== 0) console.error(cruise.stderr);
  const long = longFiles();
  for (const { file, lines } of long)
    console.error(`${file} has ${lines} lines; the cap is ${cap}: divide it by what it does.`);
  return cruise.status === 0 && long.length === 0 ? 0 : 1;
}

function longFiles(): { file: string; lines: number }[] {
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx', '*.mjs'], {
    encoding: 'utf8',
  });
  return files
    .split('\n')
    .filter((file) => file && !file.includes('generated') && existsSync(file))
    .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
    .filter(({ lines }) => lines > cap);
}

process.exit(main());
