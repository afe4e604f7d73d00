import { err, ok, type Result } from '@/lib/shared/result';

/**
 * The one form in which an address is kept and compared: trimmed, small letters, an international domain in
 * its ASCII form. `account.emailInvalid` unless it has the form `somebody@domain.tld` within the lengths of
 * RFC 5321. Dots and plus signs stay: only its owner knows what they mean.
 */
export function normaliseEmail(text: string): Result<string> {
  const address = text.trim().normalize('NFC').toLowerCase();
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  const domain = asciiDomain(address.slice(at + 1));
  const isLocal =
    at > 0 &&
    local.length <= 64 &&
    /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u.test(local);
  const isDomain = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/.test(domain);
  if (!isLocal || !isDomain || local.length + domain.length > 253) return err('account.emailInvalid');
  return ok(`${local}@${domain}`);
}

function asciiDomain(domain: string): string {
  if (!/^[\p{L}\p{N}\p{M}.-]+$/u.test(domain)) return '';
  const url = URL.parse(`http://${domain}`);
  return url === null ? '' : url.hostname;
}
