import { createHmac, timingSafeEqual } from 'node:crypto';
import { env } from '@/lib/server/env';

type Linked = { id: string; payLinkVersion: number };

/** The payment's id in base64url, before the proof: 16 bytes. */
const nameLength = 22;

/**
 * The secret of a link to pay, which names its payment. It is derived from AUTH_SECRET and the payment's version, so that
 * it can be told again while nothing of it is kept, and all links of a payment end when the version rises. It has no point
 * in it: an address with one is taken for that of a file.
 */
export function payToken({ id, payLinkVersion }: Linked): string {
  const name = Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
  return name + macOf(id, payLinkVersion);
}

/** The payment that a token names, whatever it is worth; null when it is no token. */
export function readPayToken(token: string): string | null {
  const hex = Buffer.from(token.slice(0, nameLength), 'base64url').toString('hex');
  const parts = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/.exec(hex);
  return parts && parts.slice(1).join('-');
}

/** Whether a token is the present one of its payment. */
export function isPayToken(token: string, payment: Linked): boolean {
  const given = Buffer.from(token);
  const right = Buffer.from(payToken(payment));
  return given.length === right.length && timingSafeEqual(given, right);
}

function macOf(id: string, version: number): string {
  return createHmac('sha256', env().AUTH_SECRET).update(`pay-link:${id}:${version}`).digest('base64url');
}
