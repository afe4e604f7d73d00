import { db } from '@/lib/server/db/client';
import { persist } from './persist';
import type { Stand } from './stand';

/** The drill's time: all processes of the product read its offset from the database, the sandbox has its own. */
export class Clock {
  #offsetMs = 0;

  constructor(readonly stand: Stand) {}

  now(): Date {
    return new Date(Date.now() + this.#offsetMs);
  }

  /** Moves everybody's clock forward; never back. */
  async moveTo(instant: Date): Promise<void> {
    this.#offsetMs = Math.max(this.#offsetMs, instant.getTime() - Date.now());
    const milliseconds = BigInt(this.#offsetMs);
    await persist('clock', () => db().clockOffset.update({ where: { id: 1 }, data: { milliseconds } }));
    await this.stand.control('stripe', 'clock', { set: this.now().toISOString() });
  }
}
