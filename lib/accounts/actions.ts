'use server';

import { getLocale } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { isLocale } from '@/lib/i18n/routing';
import { redirectTo } from '@/lib/i18n/redirect';
import { type ActionState, defineAction } from '@/lib/server/action';
import {
  clearBrowserSecret,
  readBrowserSecret,
  writeBrowserSecret,
} from '@/lib/server/session/browser-cookie';
import { clearSessionCookie, readSessionCookie, writeSessionCookie } from '@/lib/server/session/cookie';
import { requestOrigin } from '@/lib/server/session/current';
import { newToken } from '@/lib/server/session/token';
import { ok } from '@/lib/shared/result';
import { changePassword } from './change-password';
import { changeSettings } from './change-settings';
import { confirmTimeZone } from './confirm-time-zone';
import { endSession } from './end-session';
import { registerAccount } from './register-account';
import { requestPasswordReset } from './request-password-reset';
import { resendVerification } from './resend-verification';
import { resetPassword } from './reset-password';
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
import { signOut } from './sign-out';
import { verifyEmail } from './verify-email';

type Landing = '/home' | '/practice' | '/welcome' | '/verify';

/** To where one was going, or to the first page of one's role; confirming comes before both. */
async function goOn(next: string | null, otherwise: Landing): Promise<never> {
  const isReady = otherwise === '/home' || otherwise === '/practice';
  if (next && isReady) redirect(next);
  return redirectTo(next ? { pathname: otherwise, query: { next } } : otherwise);
}

export const registerAction = defineAction({
  input: registerSchema,
  run: async (_actor, input) => {
    const browser = (await readBrowserSecret()) ?? newToken();
    const result = await registerAccount(input, await requestOrigin(), browser);
    if (result.ok) await writeBrowserSecret(browser);
    return result.ok ? ok({ next: input.next }) : result;
  },
  next: ({ next }) => (next ? { pathname: '/verify', query: { next } } : '/verify'),
});

type SignedInState = { next: string | null; landing: Landing };

const signInWithPassword = defineAction<typeof signInSchema, SignedInState>({
  input: signInSchema,
  run: async (_actor, { next, ...input }) => {
    const browser = (await readBrowserSecret()) ?? newToken();
    const result = await signIn(input, await requestOrigin(), browser);
    if (!result.ok) return result;
    if (result.value.kind === 'unverified') {
      await writeBrowserSecret(browser);
      return ok({ next, landing: '/verify' });
    }
    await writeSessionCookie(result.value.token);
    return ok({ next, landing: result.value.isProvider ? '/practice' : '/home' });
  },
});

export async function signInAction(state: ActionState<SignedInState>, form: FormData) {
  const result = await signInWithPassword(state, form);
  if (result.status === 'done') await goOn(result.value.next, result.value.landing);
  return result;
}

const verifyWithLink = defineAction({
  input: verifySchema,
  run: async (_actor, { next, ...input }) => {
    const [origin, browser, locale] = await Promise.all([requestOrigin(), readBrowserSecret(), getLocale()]);
    const result = await verifyEmail(input, { ...origin, browser, locale });
    if (!result.ok) return result;
    await writeSessionCookie(result.value.token);
    await clearBrowserSecret();
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
  run: async (_actor, { next }) => resendVerification(await readBrowserSecret(), next),
});

export const requestResetAction = defineAction({
  input: resetRequestSchema,
  run: async (_actor, input) => requestPasswordReset(input, await requestOrigin()),
});

const setPassword = defineAction<typeof resetSchema, SignedInState>({
  input: resetSchema,
  run: async (_actor, { next, ...input }) => {
    const result = await resetPassword(input, await requestOrigin());
    if (!result.ok) return result;
    await writeSessionCookie(result.value.token);
    return ok({ next, landing: result.value.isProvider ? '/practice' : '/home' });
  },
});

export async function resetPasswordAction(state: ActionState<SignedInState>, form: FormData) {
  const result = await setPassword(state, form);
  if (result.status === 'done') await goOn(result.value.next, result.value.landing);
  return result;
}

const confirmZone = defineAction<typeof timeZoneSchema, SignedInState>({
  input: timeZoneSchema,
  run: async (actor, input) => {
    const result = await confirmTimeZone(actor, input);
    const isProvider = actor.kind === 'account' && actor.provider !== null;
    return result.ok ? ok({ next: input.next, landing: isProvider ? '/practice' : '/home' }) : result;
  },
});

export async function confirmTimeZoneAction(state: ActionState<SignedInState>, form: FormData) {
  const result = await confirmZone(state, form);
  if (result.status === 'done') await goOn(result.value.next, result.value.landing);
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
  if (isLocale(locale) && locale !== (await getLocale())) return redirectTo('/settings', locale);
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
  await signOut(await readSessionCookie());
  await clearSessionCookie();
  return redirectTo('/');
}
