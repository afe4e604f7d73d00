'use server';

import { getLocale } from 'next-intl/server';
import { redirect as redirectTo } from 'next/navigation';
import { isLocale } from '@/lib/i18n/routing';
import { redirect } from '@/lib/i18n/navigation';
import { type ActionState, defineAction } from '@/lib/server/action';
import { clearSessionCookie, readSessionCookie, writeSessionCookie } from '@/lib/server/session/cookie';
import { currentActor, requestOrigin } from '@/lib/server/session/current';
import { closeSession } from '@/lib/server/session/store';
import { ok } from '@/lib/shared/result';
import { changePassword, changeSettings, confirmTimeZone, endSession } from './change-settings';
import { registerAccount } from './register-account';
import { requestPasswordReset, resetPassword } from './reset-password';
import {
  endSessionSchema,
  nextSchema,
  passwordSchema,
  registerSchema,
  resetRequestSchema,
  resetSchema,
  settingsSchema,
  signInSchema,
  timeZoneSchema,
  verifySchema,
} from './schema';
import { signIn } from './sign-in';
import { resendVerification, verifyEmail } from './verify-email';

async function goOn(next: string | null, otherwise: '/home' | '/welcome'): Promise<never> {
  if (next && otherwise !== '/welcome') redirectTo(next);
  const locale = await getLocale();
  return redirect({ href: next ? { pathname: otherwise, query: { next } } : otherwise, locale });
}

export const registerAction = defineAction({
  input: registerSchema,
  run: async (_actor, input) => registerAccount(input, await requestOrigin()),
});

const signInWithPassword = defineAction({
  input: signInSchema,
  run: async (_actor, { next, ...input }) => {
    const result = await signIn(input, await requestOrigin());
    if (!result.ok) return result;
    await writeSessionCookie(result.value.token);
    return ok({ next });
  },
});

export async function signInAction(state: ActionState<{ next: string | null }>, form: FormData) {
  const result = await signInWithPassword(state, form);
  if (result.status === 'done') await goOn(result.value.next, '/home');
  return result;
}

const verifyWithLink = defineAction({
  input: verifySchema,
  run: async (_actor, { token, next }) => {
    const result = await verifyEmail(token, await requestOrigin());
    if (!result.ok) return result;
    await writeSessionCookie(result.value.token);
    return ok({ next });
  },
});

export async function verifyEmailAction(state: ActionState<{ next: string | null }>, form: FormData) {
  const result = await verifyWithLink(state, form);
  if (result.status === 'done') await goOn(result.value.next, '/welcome');
  return result;
}

export const resendVerificationAction = defineAction({
  input: nextSchema,
  run: async (actor, { next }) =>
    actor.kind === 'account' ? resendVerification(actor.accountId, next) : ok(),
});

export const requestResetAction = defineAction({
  input: resetRequestSchema,
  run: async (_actor, input) => requestPasswordReset(input.email, await requestOrigin()),
});

export const resetPasswordAction = defineAction({
  input: resetSchema,
  run: async (_actor, input) => {
    const result = await resetPassword(input, await requestOrigin());
    if (!result.ok) return result;
    await writeSessionCookie(result.value.token);
    return ok();
  },
  next: () => '/home',
});

const confirmZone = defineAction({
  input: timeZoneSchema,
  run: async (actor, input) => {
    const result = await confirmTimeZone(actor, input);
    return result.ok ? ok({ next: input.next }) : result;
  },
});

export async function confirmTimeZoneAction(state: ActionState<{ next: string | null }>, form: FormData) {
  const result = await confirmZone(state, form);
  if (result.status === 'done') await goOn(result.value.next, '/home');
  return result;
}

const saveSettings = defineAction<typeof settingsSchema, { locale: string }>({
  input: settingsSchema,
  run: async (actor, input) => {
    const result = await changeSettings(actor, input);
    return result.ok ? ok({ locale: input.locale }) : result;
  },
});

export async function changeSettingsAction(state: ActionState<{ locale: string }>, form: FormData) {
  const result = await saveSettings(state, form);
  const locale = result.status === 'done' ? result.value.locale : null;
  if (isLocale(locale) && locale !== (await getLocale())) redirect({ href: '/settings', locale });
  return result;
}

export const changePasswordAction = defineAction({ input: passwordSchema, run: changePassword });

export const endSessionAction = defineAction({
  input: endSessionSchema,
  run: endSession,
  next: () => '/settings',
});

/** Ends this session in the database and forgets the cookie. */
export async function signOutAction(): Promise<void> {
  const token = await readSessionCookie();
  if (token) await closeSession(token);
  await clearSessionCookie();
  if ((await currentActor()).kind === 'account' || token) redirect({ href: '/', locale: await getLocale() });
}
