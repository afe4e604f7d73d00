import { createHash } from 'node:crypto';

/**
 * A short mark of what a call says. The payment service refuses a key that comes again with other words, for 24 hours;
 * with the mark in the key a corrected name or another language is another call.
 */
export function fingerprint(said: Readonly<Record<string, unknown>>): string {
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 16);
}
