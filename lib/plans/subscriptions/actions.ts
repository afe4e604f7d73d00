'use server';

import { redirect as leave } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { z } from 'zod';
import { redirectTo } from '@/lib/i18n/redirect';
import { pageAddress } from '@/lib/i18n/site';
import { registerProviderSchema } from '@/lib/profiles/schema';
import { type ActionState, defineAction } from '@/lib/server/action';
import { ok } from '@/lib/shared/result';
import { beginPractice } from './begin-practice';
import { cancelPlan, resumePlan } from './cancel-plan';
import { choosePlan } from './choose-plan';
import { dropChoice } from './drop-choice';
import { openPortal } from './open-portal';
import { choosePlanSchema } from './schema';

const nothing = z.object({});

/** Where the hosted pages lead back to. */
async function wayBack() {
  const locale = await getLocale();
  const page = (back: 'paid' | 'open') =>
    pageAddress({ pathname: '/practice/plan', query: { back } }, locale);
  return { locale, successUrl: page('paid'), cancelUrl: page('open') };
}

const register = defineAction({
  input: registerProviderSchema,
  run: async (actor, input) => {
    const begun = await beginPractice(actor, input, await wayBack());
    return begun.ok ? ok({ ...begun.value, next: input.next ?? null }) : begun;
  },
});

type Registered = { providerId: string; checkoutUrl: string | null; isUnpaid: boolean; next: string | null };

/** On to paying, to the new profile, or back to where a practice was needed. */
export async function registerProviderAction(state: ActionState<Registered>, form: FormData) {
  const result = await register(state, form);
  if (result.status !== 'done') return result;
  const { checkoutUrl, isUnpaid, next } = result.value;
  if (checkoutUrl) leave(checkoutUrl);
  if (isUnpaid) return redirectTo({ pathname: '/practice/plan', query: { back: 'open' } });
  if (next) leave(next);
  return redirectTo('/practice/profile');
}

type Chosen = { url: string | null; isPlanned: boolean };

const choose = defineAction({
  input: choosePlanSchema,
  run: async (actor, input) => choosePlan(actor, input, await wayBack()),
});

/** Another plan: on to the hosted page where it has to be paid first. */
export async function choosePlanAction(state: ActionState<Chosen>, form: FormData) {
  const result = await choose(state, form);
  if (result.status === 'done' && result.value.url) leave(result.value.url);
  return result;
}

export const dropChoiceAction = defineAction({ input: nothing, run: dropChoice });
export const cancelPlanAction = defineAction({ input: nothing, run: cancelPlan });
export const resumePlanAction = defineAction({ input: nothing, run: resumePlan });

const portal = defineAction({
  input: nothing,
  run: async (actor) => {
    const locale = await getLocale();
    return openPortal(actor, { locale, returnUrl: pageAddress('/practice/plan', locale) });
  },
});

/** A plain button: on to card and invoices at the payment service. */
export async function openPortalAction(form: FormData): Promise<void> {
  const state = await portal({ status: 'idle' }, form);
  if (state.status === 'done') leave(state.value.url);
  return redirectTo({ pathname: '/practice/plan', query: { back: 'failed' } });
}
