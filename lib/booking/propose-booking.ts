import { isBarred, type Actor, type ProviderActor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { isTimeTaken, occupyTime } from '@/lib/availability/occupy-time';
import { instantOfWall } from '@/lib/availability/rules/zone-clock';
import { freeCancelUntil } from '@/lib/booking/rules/cancellation';
import { lastProposedStart, proposalDeadline } from '@/lib/booking/rules/proposal';
import { readIsOfTeam } from '@/lib/organisations/read-team';
import { openPayment } from '@/lib/payments/open-payment';
import { asProvider } from '@/lib/profiles/own-provider';
import { type Client, readClient } from '@/lib/relationships/read-client';
import { recordAudit } from '@/lib/server/audit/audit';
import { now as clock } from '@/lib/server/clock';
import { db, type Tx } from '@/lib/server/db/client';
import { isConstraintViolation } from '@/lib/server/db/errors';
import { inTransaction } from '@/lib/server/db/transaction';
import { enqueue } from '@/lib/server/jobs/boss';
import { giveBack, isWithinLimit } from '@/lib/server/rate-limit';
import { readOffer } from '@/lib/services/free-times';
import type { Offer } from '@/lib/services/types';
import { money } from '@/lib/shared/money';
import { err, fieldErrors, ok, type Result } from '@/lib/shared/result';
import { addMinutes } from '@/lib/shared/time';
import { changeStatus } from './change-status';
import { occupationOf } from './occupation';
import { findSameProposal, insertBooking } from './repository';
import { saleTerms, titleOf } from './sale-terms';
import type { ProposalInput } from './schema';
import { tellParties } from './tell-parties';
import type { BookingRecord } from './types';

/** Each proposal is a mail to somebody. */
const proposalsADay = { ofProvider: 100, toClient: 10 };

/** The same proposal within so many minutes was sent twice. */
const sameProposalMinutes = 5;

type Proposal = {
  actor: ProviderActor;
  client: Client;
  offer: Offer;
  specialistId: string;
  input: ProposalInput;
  startsAt: Date;
  now: Date;
};

/**
 * A provider proposes a session to one of its clients, at a time of its own choice, also outside its hours, for a price
 * and a duration of its own. The rest (tax, buffers, commission) are the terms of the service that it is a case of. The
 * proposal takes the time for 48 hours or until it starts; anything that takes it already is `booking.timeOccupied`.
 * It starts at most a year ahead. A free session
 * that was agreed upon elsewhere is confirmed at once; for a price that is `booking.agreedNotFree`. At an organisation it
 * names the member who gives it, if several do (`service.memberMissing`).
 */
export async function proposeBooking(
  actor: Actor,
  input: ProposalInput,
): Promise<Result<{ bookingId: string }>> {
  const provider = asProvider(actor);
  if (!provider.ok) return provider;
  const { id: providerId, status } = provider.value.provider;
  const [client, offer] = await Promise.all([
    readClient(db(), { providerId, clientId: input.clientId }),
    readOffer(db(), input.serviceId),
  ]);
  if (!client?.isActive || offer?.providerId !== providerId) return err('common.notFound');
  const specialistId = specialistOf(offer, input.member);
  if (!specialistId) return fieldErrors({ member: 'service.memberMissing' });
  if (!can(actor, 'booking:propose', { clientId: client.id, providerId })) return err('common.notFound');
  if (isBarred(status)) return err('provider.suspended');
  if (await readIsOfTeam(db(), { organisationId: providerId, accountId: client.id }))
    return err('booking.clientOfTeam');
  if (!offer.provider.sellerName || !offer.provider.sellerAddress) return err('provider.profileIncomplete');
  const now = await clock();
  const startsAt = instantOfWall(input.date, input.time, offer.provider.timeZone);
  if (input.channel === 'in_person' && !offer.provider.practice) return err('service.addressMissing');
  if (input.isAgreed && input.price > 0) return err('booking.agreedNotFree');
  if (startsAt <= now) return err('booking.timePast');
  if (startsAt > lastProposedStart(now)) return err('booking.proposedTooFar');
  if (!(await mayTell(providerId, client.id))) return err('common.rateLimited');
  const proposal = { actor: provider.value, client, offer, specialistId, input, startsAt, now };
  try {
    return await inTransaction((tx) => writeProposal(tx, proposal));
  } catch (error) {
    return refused(proposal, error);
  }
}

/** Something else takes the time, perhaps the same proposal sent twice; or the member has left at this very moment. */
async function refused(
  { client, offer, input, startsAt, now }: Proposal,
  error: unknown,
): Promise<Result<{ bookingId: string }>> {
  const isGone = isConstraintViolation(error, 'booking_specialist_gives');
  if (!isGone && !isTimeTaken(error)) throw error;
  const same = await findSameProposal(db(), {
    clientId: client.id,
    serviceId: offer.serviceId,
    startsAt,
    priceAmount: input.price,
    proposedAt: { gte: addMinutes(now, -sameProposalMinutes) },
  });
  if (same) return ok({ bookingId: same.id });
  await giveBack(limitKeys(offer.providerId, client.id));
  return isGone ? fieldErrors({ member: 'service.memberMissing' }) : err('booking.timeOccupied');
}

/** Whoever is named of those who give it, else the only one. */
function specialistOf({ specialistIds }: Offer, member: string | undefined): string | undefined {
  return member
    ? specialistIds.find((id) => id === member)
    : specialistIds.length === 1
      ? specialistIds[0]
      : undefined;
}

const limitKeys = (providerId: string, clientId: string) =>
  [`propose/${providerId}`, `propose/${providerId}/${clientId}`] as const;

/** What did not come about for want of time is given back, so that looking for one costs nothing. */
async function mayTell(providerId: string, clientId: string): Promise<boolean> {
  const [all, toClient] = limitKeys(providerId, clientId);
  const isWithin = await isWithinLimit(toClient, proposalsADay.toClient, 86_400);
  return isWithin && isWithinLimit(all, proposalsADay.ofProvider, 86_400);
}

async function writeProposal(tx: Tx, proposal: Proposal): Promise<Result<{ bookingId: string }>> {
  const { actor, offer, input, now } = proposal;
  const price = money(input.price, offer.price.currency);
  const booking = await insertBooking(tx, {
    ...saleTerms(offer, price, [input.channel]),
    ...newProposalData(proposal),
  });
  await occupyTime(tx, { ...occupationOf(booking), kind: 'proposal', heldUntil: booking.heldUntil }, now);
  await openPayment(tx, {
    bookingId: booking.id,
    clientId: booking.clientId,
    providerId: booking.providerId,
    amount: booking.priceAmount,
    currency: booking.currency,
    mode: booking.paymentMode,
  });
  await recordAudit(tx, {
    at: now,
    party: 'provider',
    accountId: actor.accountId,
    action: 'booking.propose',
    subjectType: 'booking',
    subjectId: booking.id,
    to: 'proposed',
  });
  if (input.isAgreed) return enterAgreed(tx, booking, proposal);
  await tellParties(tx, booking.id, 'proposed');
  await enqueue(tx, 'directory.refresh', { providerId: booking.providerId });
  return ok({ bookingId: booking.id });
}

/** Nothing is to be ordered and nobody is asked: both hear that the session is confirmed. */
async function enterAgreed(
  tx: Tx,
  booking: BookingRecord,
  { actor, now }: Proposal,
): Promise<Result<{ bookingId: string }>> {
  const by = { party: 'provider' as const, accountId: actor.accountId };
  const data = { decidedAt: now };
  const moved = await changeStatus(tx, { booking, transition: 'enterAgreed', by, now, data });
  if (!moved.ok) return moved;
  await tellParties(tx, booking.id, 'accepted');
  return ok({ bookingId: booking.id });
}

/** Accepted means confirmed: whoever proposed need not say yes again. */
function newProposalData({ client, offer, specialistId, input, startsAt, now }: Proposal) {
  const { title, channel } = input;
  return {
    clientId: client.id,
    providerId: offer.providerId,
    specialistId,
    serviceId: offer.serviceId,
    status: 'proposed' as const,
    confirmationMode: 'instant' as const,
    paymentMode: 'at_booking' as const,
    startsAt,
    endsAt: addMinutes(startsAt, input.durationMinutes),
    channel,
    channels: [channel],
    clientTimeZone: client.timeZone ?? offer.provider.timeZone,
    serviceTitle: title ?? titleOf(offer, client.locale),
    serviceTitles: title ? {} : offer.titles,
    heldUntil: proposalDeadline(startsAt, now),
    freeCancelUntil: freeCancelUntil(startsAt, now),
    proposedAt: now,
    proposalMessage: input.message,
    createdAt: now,
  };
}
