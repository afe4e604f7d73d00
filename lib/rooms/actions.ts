'use server';

import { notFound } from 'next/navigation';
import { redirectTo } from '@/lib/i18n/redirect';
import { defineAction } from '@/lib/server/action';
import { checkIn } from './check-in';
import { presenceSchema } from './schema';

const enter = defineAction({ input: presenceSchema, run: checkIn });

/** Checking in as a plain form, where the page cannot tell by itself that its reader is still there. */
export async function checkInAction(form: FormData): Promise<void> {
  const parsed = presenceSchema.safeParse({
    bookingId: form.get('bookingId') ?? undefined,
    eventId: form.get('eventId') ?? undefined,
  });
  if (!parsed.success) notFound();
  const state = await enter({ status: 'idle' }, form);
  const query = state.status === 'failed' ? { error: state.error.code } : { here: '1' };
  if ('eventId' in parsed.data) {
    const { eventId } = parsed.data;
    return redirectTo({ pathname: '/events/[eventId]/room', params: { eventId }, query });
  }
  const { bookingId } = parsed.data;
  return redirectTo({ pathname: '/session/[bookingId]', params: { bookingId }, query });
}
