import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';

export const delay = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A port of 127.0.0.1 that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

export type Service = { name: string; process: ChildProcess };

/** Starts a child in a process group of its own, so that Ctrl-C reaches only the supervisor. */
export function startService(
  name: string,
  command: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  output: 'inherit' | 'ignore' | number = 'inherit',
): Service {
  const child = spawn(command, args, { env, detached: true, stdio: ['ignore', output, output] });
  return { name, process: child };
}

/** Ends a child and everything it started: politely, after `graceMs` by force. */
export async function stopService(service: Service, graceMs = 8000): Promise<void> {
  const { process: child } = service;
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  signalGroup(child.pid, 'SIGTERM');
  const timer = setTimeout(() => child.pid !== undefined && signalGroup(child.pid, 'SIGKILL'), graceMs);
  await gone;
  clearTimeout(timer);
  signalGroup(child.pid, 'SIGKILL');
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone already.
  }
}

/** Waits until the address answers with a status below 500. */
export async function waitForHttp(
  url: string,
  timeoutMs: number,
  isAlive: () => boolean = () => true,
): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (Date.now() < end) {
    if (!isAlive()) throw new Error(`The process behind ${url} ended.`);
    try {
      const response = await fetch(url, { redirect: 'manual' });
      await response.arrayBuffer();
      if (response.status < 500) return;
    } catch {
      // Not listening yet.
    }
    await delay(100);
  }
  throw new Error(`${url} did not answer within ${timeoutMs / 1000} seconds.`);
}
