import { z } from 'zod';

/**
 * How a call fails: `error` answers 500 without effect; `timeout` breaks the connection before any
 * effect; `timeout_after_effect` does the work and then breaks it; `error_after_effect` does the work
 * and answers 500; `delay` waits and then answers normally; `refused` answers 400, as to something that can never be done.
 */
export const faultInput = z.strictObject({
  mode: z.enum(['error', 'timeout', 'timeout_after_effect', 'error_after_effect', 'delay', 'refused']),
  count: z.int().min(1).default(1),
  method: z.string().optional(),
  /** Only calls whose path contains this text. */
  path: z.string().optional(),
  delayMs: z.int().min(0).max(120_000).default(1_000),
});

export type Fault = z.infer<typeof faultInput>;

/** The failures ordered by `/_sandbox/fail`, used up one call at a time. */
export class Faults {
  private planned: Fault[] = [];

  plan(fault: Fault): void {
    this.planned.push({ ...fault });
  }

  clear(): void {
    this.planned = [];
  }

  list(): Fault[] {
    return this.planned;
  }

  /** The failure this call meets, if one is planned for it. */
  take(method: string, path: string): Fault | undefined {
    const fault = this.planned.find(
      (each) =>
        (each.method === undefined || each.method === method) &&
        (each.path === undefined || path.includes(each.path)),
    );
    if (fault === undefined) return undefined;
    fault.count -= 1;
    if (fault.count === 0) this.planned = this.planned.filter((each) => each !== fault);
    return fault;
  }
}
