'use server';

import { redirect as leave } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { redirectTo } from '@/lib/i18n/redirect';
import { pageAddress } from '@/lib/i18n/site';
import { defineAction } from '@/lib/server/action';
import { payDebts } from './pay-debts';

const pay = defineAction({
  input: z.object({}),
  run: async (actor) => {
    const locale = await getLocale();
    const t = await getTranslations('earnings.debts');
    const back = (query: Record<string, string>) =>
      pageAddress({ pathname: '/practice/earnings', query }, locale);
    return payDebts(actor, {
      locale,
      title: t('page'),
      description: t('heading'),
      successUrl: back({ debts: 'paid' }),
      cancelUrl: back({}),
    });
  },
});

/** A plain button: on to the hosted page on which the practice pays what it owes. */
export async function payDebtsAction(form: FormData): Promise<void> {
  const state = await pay({ status: 'idle' }, form);
  if (state.status === 'done') leave(state.value.url);
  const isNothing = state.status === 'failed' && state.error.code === 'payment.notDue';
  return redirectTo({ pathname: '/practice/earnings', query: { debts: isNothing ? 'nothing' : 'failed' } });
}
