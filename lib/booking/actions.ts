'use server';

import { redirect as leave, notFound } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { pageAddress } from '@/lib/i18n/site';
import { redirectTo } from '@/lib/i18n/redirect';
import { type ActionState, defineAction } from '@/lib/server/action';
import { abandonHold } from './abandon-hold';
import { acceptBooking } from './accept-booking';
import { cancelBooking } from './cancel-booking';
import { correctOutcome } from './correct-outcome';
import { declineProposal } from './decline-proposal';
import { extendHold } from './extend-hold';
import { holdSlot } from './hold-slot';
import { markOutcome } from './mark-outcome';
import { orderBooking } from './order-booking';
import { payAtDoor } from './pay-at-door';
import { proposeBooking } from './propose-booking';
import { rejectBooking } from './reject-booking';
import { acceptReschedule, declineReschedule, withdrawReschedule } from './reschedule/answer-reschedule';
import { proposeTime } from './reschedule/propose-time';
import { proposeWallTime } from './reschedule/propose-wall-time';
import {
  bookingSchema,
  holdSchema,
  orderSchema,
  outcomeSchema,
  proposalSchema,
  rescheduleSchema,
  reasonSchema,
  wallRescheduleSchema,
} from './schema';
import { joinWaitingList } from './waiting/join-waiting-list';
import { leaveWaitingList } from './waiting/leave-waiting-list';
import { entrySchema, waitSchema } from './waiting/schema';
import { withdrawBooking } from './withdraw-booking';
import { withdrawContract } from './withdrawal/withdraw-contract';
import { withdrawProposal } from './withdraw-proposal';

export const acceptBookingAction = defineAction({ input: bookingSchema, run: acceptBooking });
export const rejectBookingAction = defineAction({ input: reasonSchema, run: rejectBooking });
export const withdrawBookingAction = defineAction({ input: reasonSchema, run: withdrawBooking });
export const cancelBookingAction = defineAction({ input: reasonSchema, run: cancelBooking });

export const markOutcomeAction = defineAction({ input: outcomeSchema, run: markOutcome });
export const correctOutcomeAction = defineAction({ input: outcomeSchema, run: correctOutcome });
export const declineProposalAction = defineAction({ input: reasonSchema, run: declineProposal });
export const withdrawProposalAction = defineAction({ input: reasonSchema, run: withdrawProposal });

export const proposeBookingAction = defineAction({
  input: proposalSchema,
  run: proposeBooking,
  next: ({ bookingId }) => ({ pathname: '/practice/appointments/[bookingId]', params: { bookingId } }),
});

export const holdSlotAction = defineAction({
  input: holdSchema,
  run: holdSlot,
  next: ({ bookingId }) => ({ pathname: '/checkout/[bookingId]', params: { bookingId } }),
});

export const joinWaitingListAction = defineAction({
  input: waitSchema,
  run: joinWaitingList,
  next: () => ({ pathname: '/appointments', hash: 'waiting' }),
});
export const leaveWaitingListAction = defineAction({ input: entrySchema, run: leaveWaitingList });

const toAppointment = ({ bookingId }: { bookingId: string }) =>
  ({ pathname: '/appointments/[bookingId]', params: { bookingId } }) as const;
const toSession = ({ bookingId }: { bookingId: string }) =>
  ({ pathname: '/practice/appointments/[bookingId]', params: { bookingId } }) as const;

export const proposeTimeAction = defineAction({
  input: rescheduleSchema,
  run: proposeTime,
  next: toAppointment,
});
export const proposeWallTimeAction = defineAction({
  input: wallRescheduleSchema,
  run: proposeWallTime,
  next: toSession,
});
/** The same from the agenda, which shows the proposal itself. */
export const proposeInAgendaAction = defineAction({ input: wallRescheduleSchema, run: proposeWallTime });
export const acceptRescheduleAction = defineAction({ input: bookingSchema, run: acceptReschedule });
export const declineRescheduleAction = defineAction({ input: bookingSchema, run: declineReschedule });
export const withdrawRescheduleAction = defineAction({ input: bookingSchema, run: withdrawReschedule });

/** On to the appointment, which says that and when it was withdrawn from. */
export const withdrawContractAction = defineAction({
  input: bookingSchema,
  run: withdrawContract,
  next: toAppointment,
});

const extend = defineAction({ input: bookingSchema, run: extendHold });
const abandon = defineAction({ input: bookingSchema, run: abandonHold, next: () => '/advisors' });

async function backToCheckout(form: FormData, state: ActionState<unknown>): Promise<never> {
  const parsed = bookingSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) notFound();
  const { bookingId } = parsed.data;
  const query = state.status === 'failed' ? { error: state.error.code } : {};
  return redirectTo({ pathname: '/checkout/[bookingId]', params: { bookingId }, query });
}

/** A plain form of the checkout page: back to it, with a sentence when it did not work. */
export async function extendHoldAction(form: FormData): Promise<void> {
  await backToCheckout(form, await extend({ status: 'idle' }, form));
}

export async function abandonHoldAction(form: FormData): Promise<void> {
  await backToCheckout(form, await abandon({ status: 'idle' }, form));
}

const order = defineAction({
  input: orderSchema,
  run: async (actor, input) => {
    const locale = await getLocale();
    return orderBooking(actor, input, (bookingId) => ({
      success: pageAddress({ pathname: '/checkout/[bookingId]/result', params: { bookingId } }, locale),
      cancel: pageAddress({ pathname: '/checkout/[bookingId]', params: { bookingId } }, locale),
      locale,
    }));
  },
});

/** The order button: on to the hosted checkout, or to the result when there is nothing to pay. */
export async function orderBookingAction(form: FormData): Promise<void> {
  const state = await order({ status: 'idle' }, form);
  if (state.status !== 'done') return backToCheckout(form, state);
  const { bookingId, checkoutUrl } = state.value;
  if (checkoutUrl) leave(checkoutUrl);
  return redirectTo({ pathname: '/checkout/[bookingId]/result', params: { bookingId } });
}

const door = defineAction({
  input: bookingSchema,
  run: async (actor, input) => {
    const locale = await getLocale();
    const back = pageAddress(
      { pathname: '/session/[bookingId]', params: { bookingId: input.bookingId } },
      locale,
    );
    return payAtDoor(actor, input, { success: back, cancel: back, locale });
  },
});

/** The button at the door: the stored card is charged, or on to a page that takes any card. */
export async function payAtDoorAction(form: FormData): Promise<void> {
  const parsed = bookingSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) notFound();
  const state = await door({ status: 'idle' }, form);
  if (state.status === 'done' && state.value.checkoutUrl) leave(state.value.checkoutUrl);
  const query = state.status === 'failed' ? { error: state.error.code } : {};
  return redirectTo({ pathname: '/session/[bookingId]', params: parsed.data, query });
}
