import { err, ok, type Result } from '@/lib/shared/result';

/** Names that would pass for the operator, or that addresses may need. */
const reserved = new Set([
  'about',
  'account',
  'admin',
  'administrator',
  'advisor',
  'advisors',
  'api',
  'consilia',
  'contact',
  'demo',
  'help',
  'info',
  'legal',
  'mail',
  'moderator',
  'noreply',
  'no-reply',
  'null',
  'postmaster',
  'root',
  'security',
  'sign-in',
  'staff',
  'support',
  'system',
  'team',
  'undefined',
  'webmaster',
]);

/**
 * The one form of a user name: trimmed, small letters; 3 to 30 Latin letters, digits, single dots or hyphens
 * between, a letter first. Never holds an @, so it is never taken for an e-mail address. Else
 * `account.userNameInvalid`; reserved names answer `account.userNameTaken`, like those of others.
 */
export function normaliseUserName(text: string): Result<string> {
  const name = text.trim().toLowerCase();
  if (name.length < 3 || name.length > 30 || !/^[a-z][a-z0-9]*([.-][a-z0-9]+)*$/.test(name))
    return err('account.userNameInvalid');
  return reserved.has(name) ? err('account.userNameTaken') : ok(name);
}
