import { randomInt } from 'node:crypto';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

function randomText(length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** A new id in Stripe's style, such as `pi_3Nx…`. */
export function newStripeId(prefix: string): string {
  if (prefix === 'acct') return `acct_1${randomText(15)}`;
  if (prefix === 'cs_test') return `cs_test_a1${randomText(56)}`;
  if (prefix === 'req') return `req_${randomText(14)}`;
  return `${prefix}_1${randomText(23)}`;
}

export function newSecret(id: string): string {
  return `${id}_secret_${randomText(25)}`;
}

export function newToken(): string {
  return randomText(32);
}
