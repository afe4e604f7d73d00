import ipaddr from 'ipaddr.js';

/** Everything that was handed out for the public network lies in it (RFC 4291, IANA's registry of IPv6 space). */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an IP address leads to the public network: not into this machine, a private or local network, a group of
 * receivers, or what is kept for tests, tunnels and translation, which could lead back into one of them.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(globalUnicast);
}

/** The host without the brackets of an IPv6 address and without the dot of the root. */
export function bareHost(hostname: string): string {
  return hostname
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
    .toLowerCase();
}

/**
 * An address of another service that we may ask: https on its usual port, without a name and password in it, and neither
 * `ownHost` nor an address outside the public network. What a name stands for is judged when it is asked. `webcal:` is
 * how calendars write https. Undefined for everything else.
 */
export function parsePublicUrl(text: string, ownHost: string): URL | undefined {
  const url = URL.parse(text.trim().replace(/^webcals?:/i, 'https:'));
  if (!url || url.protocol !== 'https:' || url.port !== '' || url.username || url.password) return undefined;
  const host = bareHost(url.hostname);
  if (host === bareHost(ownHost)) return undefined;
  const isAllowed = ipaddr.isValid(host) ? isPublicAddress(host) : host.includes('.');
  if (!isAllowed) return undefined;
  url.hash = '';
  return url;
}
