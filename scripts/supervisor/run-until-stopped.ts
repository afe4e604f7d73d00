import type { Stack } from './services';

/** Waits for Ctrl-C, SIGTERM or the end of a service, then stops everything, last started first. */
export async function runUntilStopped(stack: Stack): Promise<never> {
  const reason = await new Promise<string | null>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve(null));
    for (const { name, process: child } of stack.services) {
      child.once('exit', (code, signal) => resolve(`${name} ended (${signal ?? code}).`));
    }
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
  if (reason) console.error(reason);
  await stack.stop();
  process.exit(reason ? 1 : 0);
}
