import { z } from 'zod';
import { isLocale, locales } from '@/lib/i18n/routing';
import { line } from '@/lib/shared/text';
import { isZone } from '@/lib/shared/time';
import { safeNext } from './rules/next-address';
import { isLongEnough } from './rules/password';
import { currentZoneName } from './rules/zone-names';

const email = z
  .string('account.emailInvalid')
  .trim()
  .toLowerCase()
  .max(254, 'common.tooLong')
  .pipe(z.email('account.emailInvalid'));
const name = line(80, 'account.nameMissing').min(1, 'account.nameMissing');
const password = z.string('common.required').min(1, 'common.required').max(200, 'account.passwordTooLong');
/** Its length is told together with everything else that is wrong; the rest of the rule needs to know whose it is. */
const chosenPassword = password.refine(isLongEnough, 'account.passwordTooShort');
const timeZone = z
  .string('account.timeZoneMissing')
  .refine(isZone, 'account.timeZoneInvalid')
  .transform(currentZoneName);
const locale = z.string().refine(isLocale, 'account.localeInvalid');
const next = z
  .string()
  .optional()
  .transform((address) => safeNext(address, locales));
const token = z.string('auth.linkInvalid').min(20, 'auth.linkInvalid').max(200, 'auth.linkInvalid');

export const registerSchema = z.object({
  name,
  email,
  password: chosenPassword,
  locale,
  next,
  terms: z.literal('on', 'account.termsNotAccepted'),
});
export type RegisterInput = z.output<typeof registerSchema>;

export const signInSchema = z.object({
  identifier: z.string('common.required').trim().min(1, 'common.required').max(254, 'common.tooLong'),
  password,
  next,
});
/** Name and password are asked for in a browser other than the one that registered. */
export const verifySchema = z.object({
  token,
  next,
  name: name.optional(),
  newPassword: chosenPassword.optional(),
});
export type VerifyInput = Omit<z.output<typeof verifySchema>, 'next'>;
export const resetRequestSchema = z.object({ email, next });
export const resetSchema = z.object({ token, newPassword: chosenPassword, next });
export const settingsSchema = z.object({ name, locale, timeZone });
export type SettingsInput = z.output<typeof settingsSchema>;
export const timeZoneSchema = z.object({ timeZone, next });
export const passwordSchema = z.object({ currentPassword: password, newPassword: chosenPassword });
export type PasswordInput = z.output<typeof passwordSchema>;
export const endSessionSchema = z.object({ sessionId: z.uuid('common.notFound') });
export const nextSchema = z.object({ next });
