import { spawn } from 'node:child_process';
import type { Stack } from './services';

function runSeed(stack: Stack, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'prisma/seed/main.ts', ...args], {
      env: { ...stack.environment, NODE_ENV: 'production' },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error('Seeding failed.'))));
  });
}

/** Fills an empty embedded database with the demo; never touches one that holds accounts. */
export const seedWhenEmpty = (stack: Stack) => runSeed(stack, ['--when-empty']);
