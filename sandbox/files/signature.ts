import { createHmac, timingSafeEqual } from 'node:crypto';

const prefix = 'hmac-sha256=';

/** The signature of a text, as the real client writes and checks it. */
export function sign(apiKey: string, text: string): string {
  return prefix + createHmac('sha256', apiKey).update(text).digest('hex');
}

export type SignedUrl = 'valid' | 'expired' | 'wrong';

/**
 * Whether an address was signed with the key and has not expired: the signature is of the whole address before
 * `&signature=`, `expires` counts milliseconds.
 */
export function checkSignedUrl(apiKey: string, url: string, now: number): SignedUrl {
  const [signed = '', encoded = ''] = url.split('&signature=');
  const expected = Buffer.from(sign(apiKey, signed));
  const given = Buffer.from(decodeURIComponent(encoded));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'wrong';
  const expires = Number(new URL(signed).searchParams.get('expires'));
  return expires > now ? 'valid' : 'expired';
}

/** The values `x-ut-…` of a signed address are encoded twice. */
export function readSignedValue(query: URLSearchParams, name: string): string | null {
  const value = query.get(`x-ut-${name}`);
  return value === null ? null : decodeURIComponent(value);
}
