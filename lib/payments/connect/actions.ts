'use server';

import { redirect as leave } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { z } from 'zod';
import { pageAddress } from '@/lib/i18n/site';
import { redirectTo } from '@/lib/i18n/redirect';
import { defineAction, type FormAction } from '@/lib/server/action';
import { log } from '@/lib/server/log';
import { serviceFault } from '@/lib/server/stripe/outcome';
import { err, type Result } from '@/lib/shared/result';
import { openDashboard } from './open-dashboard';
import { startOnboarding } from './start-onboarding';

const nothing = z.object({});

async function backAddress(onboarding: 'back' | 'again'): Promise<string> {
  return pageAddress({ pathname: '/practice/earnings', query: { onboarding } }, await getLocale());
}

/** The payment service may be out of reach; that is no bug of ours. */
async function reaching(call: () => Promise<Result<{ url: string }>>): Promise<Result<{ url: string }>> {
  try {
    return await call();
  } catch (error) {
    if (!serviceFault(error)) throw error;
    log.warn({ err: error }, 'payment service not reached');
    return err('payment.serviceUnavailable');
  }
}

const onboarding = defineAction({
  input: nothing,
  run: async (actor) => {
    const addresses = { returnUrl: await backAddress('back'), refreshUrl: await backAddress('again') };
    return reaching(() => startOnboarding(actor, addresses));
  },
});

const dashboard = defineAction({ input: nothing, run: (actor) => reaching(() => openDashboard(actor)) });

async function goTo(action: FormAction<{ url: string }>, form: FormData): Promise<never> {
  const state = await action({ status: 'idle' }, form);
  if (state.status === 'done') leave(state.value.url);
  return redirectTo({ pathname: '/practice/earnings', query: { onboarding: 'failed' } });
}

/** A plain button: on to the hosted onboarding. */
export async function startOnboardingAction(form: FormData): Promise<void> {
  await goTo(onboarding, form);
}

/** A plain button: on to the provider's pages at the payment service. */
export async function openDashboardAction(form: FormData): Promise<void> {
  await goTo(dashboard, form);
}
