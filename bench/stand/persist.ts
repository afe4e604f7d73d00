import { delay } from '@/scripts/lib/processes';

const patienceMs = 90_000;

/** Counts what had to be tried again, by what was tried. */
export const retries = new Map<string, number>();

/** A mistake of the product, not of a part that was just killed: trying again would hide it. */
export class Wrong extends Error {}

/** Tries until it works, as a person who presses reload does; gives up after 90 seconds. */
export async function persist<T>(what: string, attempt: () => Promise<T>, patience = patienceMs): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof Wrong || Date.now() > end) throw error;
      retries.set(what, (retries.get(what) ?? 0) + 1);
      await delay(150 + Math.random() * 200);
    }
  }
}

/** Waits until something is true; throws with the last answer when it takes too long. */
export async function until<T>(
  what: string,
  timeoutMs: number,
  ask: () => Promise<{ done: boolean; seen: T }>,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  let seen: unknown = 'nothing';
  for (;;) {
    const answer = await ask().catch((error: unknown) => ({ done: false as const, seen: error }));
    if (answer.done) return answer.seen;
    seen = answer.seen;
    if (Date.now() > end)
      throw new Error(
        `${what}: not within ${timeoutMs / 1000} s, last ${JSON.stringify(seen) ?? String(seen)}`,
      );
    await delay(250);
  }
}
