'use server';

import { redirect as leave, notFound } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { pageAddress } from '@/lib/i18n/site';
import { redirectTo } from '@/lib/i18n/redirect';
import { entrySchema } from '@/lib/booking/waiting/schema';
import { profileTags } from '@/lib/profiles/rules/tags';
import { type ActionState, defineAction } from '@/lib/server/action';
import { cancelEvent } from './cancel-event';
import { changeEvent } from './change-event';
import { createEvent } from './create-event';
import { deleteDraft } from './delete-draft';
import { publishEvent } from './publish-event';
import { eventTag } from './rules/tags';
import { changeEventSchema, eventIdSchema, eventSchema, seatIdSchema, seatOrderSchema } from './schema';
import { abandonHold } from './seats/abandon-hold';
import { cancelSeat } from './seats/cancel-seat';
import { extendHold } from './seats/extend-hold';
import { orderSeat } from './seats/order-seat';
import { takeSeat } from './seats/take-seat';
import { withdrawSeat } from './seats/withdraw-seat';
import type { ChangedEvent } from './types';
import { leaveLine } from './waiting/leave-line';
import { waitForSeat } from './waiting/wait-for-seat';

const toOwnEvent = ({ eventId }: { eventId: string }) =>
  ({ pathname: '/practice/events/[eventId]', params: { eventId } }) as const;
const touches = (changed: ChangedEvent) => [eventTag(changed.eventId), ...profileTags(changed)];

export const createEventAction = defineAction({ input: eventSchema, run: createEvent, next: toOwnEvent });
export const changeEventAction = defineAction({
  input: changeEventSchema,
  run: changeEvent,
  touches,
  next: toOwnEvent,
});
export const publishEventAction = defineAction({ input: eventIdSchema, run: publishEvent, touches });
export const cancelEventAction = defineAction({
  input: eventIdSchema,
  run: cancelEvent,
  touches: ({ eventId }) => [eventTag(eventId)],
});
export const deleteDraftAction = defineAction({
  input: eventIdSchema,
  run: deleteDraft,
  next: () => '/practice/events',
});

/** On to the order, or to the seat when nothing is to pay. */
export const takeSeatAction = defineAction({
  input: eventIdSchema,
  run: takeSeat,
  next: ({ seatId, isBooked }) => ({
    pathname: isBooked ? '/seats/[seatId]/result' : '/seats/[seatId]/checkout',
    params: { seatId },
  }),
});

export const cancelSeatAction = defineAction({
  input: seatIdSchema,
  run: cancelSeat,
  touches: ({ eventId }) => [eventTag(eventId)],
});

/** On to the seat, which says that and when it was withdrawn from. */
export const withdrawSeatAction = defineAction({
  input: seatIdSchema,
  run: withdrawSeat,
  touches: ({ eventId }) => [eventTag(eventId)],
  next: ({ seatId }) => ({ pathname: '/seats/[seatId]', params: { seatId } }),
});

export const waitForSeatAction = defineAction({
  input: eventIdSchema,
  run: waitForSeat,
  next: () => ({ pathname: '/appointments', hash: 'waiting' }),
});
export const leaveLineAction = defineAction({ input: entrySchema, run: leaveLine });

const extend = defineAction({ input: seatIdSchema, run: extendHold });
const abandon = defineAction({
  input: seatIdSchema,
  run: abandonHold,
  next: ({ eventId }) => ({ pathname: '/events/[eventId]', params: { eventId } }),
});

async function backToCheckout(form: FormData, state: ActionState<unknown>): Promise<never> {
  const parsed = seatIdSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) notFound();
  const { seatId } = parsed.data;
  const query = state.status === 'failed' ? { error: state.error.code } : {};
  return redirectTo({ pathname: '/seats/[seatId]/checkout', params: { seatId }, query });
}

/** A plain form of the checkout page: back to it, with a sentence when it did not work. */
export async function extendSeatAction(form: FormData): Promise<void> {
  await backToCheckout(form, await extend({ status: 'idle' }, form));
}

export async function abandonSeatAction(form: FormData): Promise<void> {
  await backToCheckout(form, await abandon({ status: 'idle' }, form));
}

const order = defineAction({
  input: seatOrderSchema,
  run: async (actor, input) => {
    const locale = await getLocale();
    return orderSeat(actor, input, (seatId) => ({
      success: pageAddress({ pathname: '/seats/[seatId]/result', params: { seatId } }, locale),
      cancel: pageAddress({ pathname: '/seats/[seatId]/checkout', params: { seatId } }, locale),
      locale,
    }));
  },
});

/** The order button: on to the hosted checkout. */
export async function orderSeatAction(form: FormData): Promise<void> {
  const state = await order({ status: 'idle' }, form);
  if (state.status !== 'done') return backToCheckout(form, state);
  const { seatId, checkoutUrl } = state.value;
  if (checkoutUrl) leave(checkoutUrl);
  return redirectTo({ pathname: '/seats/[seatId]/result', params: { seatId } });
}
