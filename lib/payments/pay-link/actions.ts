'use server';

import { redirect as leave, notFound } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { z } from 'zod';
import { redirectTo } from '@/lib/i18n/redirect';
import { pageAddress } from '@/lib/i18n/site';
import { defineAction } from '@/lib/server/action';
import { openPayLink } from './open-pay-link';

const linkSchema = z.object({ token: z.string().min(1).max(200) });

const pay = defineAction({
  input: linkSchema,
  run: async (_actor, { token }) => {
    const locale = await getLocale();
    const address = (query: Record<string, string>) =>
      pageAddress({ pathname: '/pay/[token]', params: { token }, query }, locale);
    return openPayLink({
      token,
      locale,
      successUrl: address({ back: 'paid' }),
      cancelUrl: address({}),
    });
  },
});

/** A plain button: on to the hosted page that charges what is due. */
export async function payByLinkAction(form: FormData): Promise<void> {
  const parsed = linkSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) notFound();
  const state = await pay({ status: 'idle' }, form);
  if (state.status === 'done') leave(state.value.url);
  const query = state.status === 'failed' ? { error: state.error.code } : {};
  return redirectTo({ pathname: '/pay/[token]', params: parsed.data, query });
}
