import type { Store } from '@/sandbox/stripe/store';

const day = 24 * 60 * 60;

/** Funds of a card charge become available after two days. */
export const availabilityDelay = 2 * day;

/** An authorisation that is not captured lapses after seven days. */
export const authorisationLifetime = 7 * day;

/** An idempotency key is remembered for 24 hours. */
export const keyLifetime = day;

/** The sandbox's time in whole seconds: the computer's time plus an offset that control calls move. */
export class SandboxClock {
  constructor(private readonly store: Store) {}

  private get offset(): number {
    return Number(this.store.readSetting('clockOffset') ?? 0);
  }

  now(): number {
    return Math.floor(Date.now() / 1000) + this.offset;
  }

  advance(seconds: number): void {
    this.store.writeSetting('clockOffset', String(this.offset + seconds));
  }

  set(instant: Date): void {
    const seconds = Math.floor(instant.getTime() / 1000);
    this.store.writeSetting('clockOffset', String(seconds - Math.floor(Date.now() / 1000)));
  }
}
