import { createHmac, timingSafeEqual } from 'node:crypto';
import { env } from '@/lib/server/env';

type Linked = { id: string; payLinkVersion: number };

/**
 * The secret of a link to pay, which names its payment. It is derived from AUTH_SECRET and the payment's version, so that
 * it can be told again while nothing of it is kept, and all links of a payment end when the version rises.
 */
export function payToken({ id, payLinkVersion }: Linked): string {
  return `${Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')}.${macOf(id, payLinkVersion)}`;
}

/** The payment that a token names, whatever it is worth; null when it is no token. */
export function readPayToken(token: string): string | null {
  const [name = ''] = token.split('.');
  const hex = Buffer.from(name, 'base64url').toString('hex');
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
