import { commonPasswords, commonWords } from '@/lib/accounts/rules/common-passwords';
import { err, ok, type Result } from '@/lib/shared/result';

export const MIN_PASSWORD_LENGTH = 10;
export const MAX_PASSWORD_LENGTH = 200;
/** Shorter parts of a name would refuse too much. */
const MIN_PART_LENGTH = 4;

/** What a password must not be made of. */
export type Identity = { readonly email: string; readonly name: string; readonly userName?: string | null };

/** The form that is hashed and compared: equal characters typed on different keyboards are equal (NIST SP 800-63B). */
export function passwordText(typed: string): string {
  return typed.normalize('NFKC');
}

/** At least 10 characters, as `passwordText`; one outside the basic plane counts once. */
export function isLongEnough(typed: string): boolean {
  return Array.from(passwordText(typed)).length >= MIN_PASSWORD_LENGTH;
}

/**
 * Whether a password may be used, as `passwordText`: 10 to 200 characters, not one of the commonest, not made
 * of one or two characters or a row of neighbours, not a common word with digits around it, and without a
 * part of the e-mail address, name or user name of 4 letters or more. No rules about kinds of characters:
 * length is what helps (OWASP ASVS 5.0, 6.2).
 */
export function checkPassword(typed: string, identity: Identity): Result<string> {
  const password = passwordText(typed);
  if (!isLongEnough(password)) return err('account.passwordTooShort');
  if (Array.from(password).length > MAX_PASSWORD_LENGTH) return err('account.passwordTooLong');
  const plain = password.toLowerCase();
  if (isCommon(plain)) return err('account.passwordCommon');
  if (identityParts(identity).some((part) => plain.includes(part)))
    return err('account.passwordContainsIdentity');
  return ok(password);
}

function isCommon(plain: string): boolean {
  const word = plain.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return commonPasswords.has(plain) || commonWords.has(word) || new Set(plain).size <= 2 || isRow(plain);
}

/** Each character follows the one before by the same step of 1 or −1: `abcdefghij`, `9876543210`. */
function isRow(plain: string): boolean {
  const codes = Array.from(plain).map((character) => character.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
  return steps.size === 1 && (steps.has(1) || steps.has(-1));
}

function identityParts({ email, name, userName }: Identity): string[] {
  const local = email.slice(0, email.lastIndexOf('@'));
  return [email, local, ...local.split(/[^\p{L}\p{N}]+/u), ...name.split(/[^\p{L}\p{N}]+/u), userName ?? '']
    .map((part) => part.normalize('NFKC').toLowerCase())
    .filter((part) => Array.from(part).length >= MIN_PART_LENGTH);
}
