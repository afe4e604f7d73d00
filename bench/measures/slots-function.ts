import { spawnSync } from 'node:child_process';
import type { Measured } from './types';

/** The slots function against the bare sweep, by its own bench. */
export function measureSlots(): Measured {
  const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', 'bench/slots.ts'], { encoding: 'utf8' });
  const line = stdout.trim().split('\n').at(-1) ?? '{}';
  const { ratio } = JSON.parse(line) as { ratio: number };
  return {
    name: 'slots function / bare sweep',
    figure: `${ratio.toFixed(2)}×`,
    target: '≤ 4×',
    isMet: ratio <= 4,
  };
}
