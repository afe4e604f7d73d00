import { isIP } from 'node:net';

/**
 * Where a request comes from. The web process appends the address of the socket to X-Forwarded-For, as each proxy
 * before it has done, so that the header ends with the nearest: with no proxy its last entry counts, with n the one
 * that the outermost of them has written. What stands further left was written by the caller and is never believed.
 */
export function clientAddress(forwardedFor: string | null, trustedProxies: number): string {
  const entries = (forwardedFor ?? '').split(',').map((entry) => entry.trim());
  const entry = entries[Math.max(0, entries.length - 1 - trustedProxies)];
  const address = (entry ?? '')
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/^::ffff:(?=\d+\.)/i, '');
  return isIP(address) ? address : 'unknown';
}
