import { freeCancelUntil } from '@/lib/booking/rules/cancellation';
import { bookingMachine, type BookingStatus } from '@/lib/booking/rules/status';
import { orderTermsVersion } from '@/lib/booking/order-booking';
import { practiceColumnsOf } from '@/lib/profiles/rules/practice-address';
import { isLocale } from '@/lib/i18n/routing';
import { env } from '@/lib/server/env';
import { addHours, addMinutes } from '@/lib/shared/time';
import { proposalMessages } from '../content/proposals';
import { seedId } from '../seed-id';
import type { Rows } from './rows';
import { isProposal, type Step, type Story, type Timeline } from './story';

const readAfterHours = 30;

/** Writes down one booking with everything but its money: status, time, audit, news, attendance. */
export function tellBooking(rows: Rows, story: Story, timeline: Timeline, now: Date): void {
  const { key, client, specialist, bookedAt } = story;
  const id = seedId(`booking/${key}`);
  const isProposed = isProposal(story);
  audit(rows, {
    key: `${key}/held`,
    at: bookedAt,
    by: isProposed ? 'provider' : 'client',
    action: isProposed ? 'booking.propose' : 'booking.hold',
    id,
    to: isProposed ? 'proposed' : 'held',
    accountId: isProposed ? specialist.actor.accountId : client.accountId,
  });
  let status: BookingStatus = isProposed ? 'proposed' : 'held';
  let sequence = isProposed ? 1 : 0;
  if (isProposed)
    tell(rows, story, { id, kind: 'booking.proposed', occasion: '1', sequence, at: bookedAt, now });
  for (const { transition, by, at, news } of timeline.steps) {
    const next = bookingMachine.next(status, transition, by);
    if (!next.ok) throw new Error(`${key}: ${transition} from ${status} by ${by}`);
    const accountId =
      by === 'client' ? client.accountId : by === 'provider' ? specialist.actor.accountId : null;
    audit(rows, {
      key: `${key}/${transition}`,
      at,
      by,
      action: `booking.${transition}`,
      id,
      from: status,
      to: next.value,
      accountId,
    });
    status = next.value;
    if (news) {
      sequence += 1;
      tell(rows, story, { id, kind: `booking.${news}`, occasion: String(sequence), sequence, at, now });
    }
    if (status === 'accepted') remind(rows, story, timeline, { id, sequence, now });
  }
  rows.bookings.push({
    ...termsOf(story),
    ...timesOf(story, timeline),
    ...(isProposed && proposalOf(story)),
    id,
    status,
    version: timeline.steps.length + 1,
    calendarSequence: sequence,
  });
  occupy(rows, story, timeline, { id, status });
  attend(rows, story, timeline, id);
}

/** Accepted, it is confirmed; with a word of the advisor in the client's language. */
function proposalOf({ bookedAt, client: { locale } }: Story) {
  const message = isLocale(locale) ? proposalMessages[locale] : null;
  return { proposedAt: bookedAt, proposalMessage: message, confirmationMode: 'instant' as const };
}

type Audited = {
  key: string;
  at: Date;
  by: Step['by'];
  action: string;
  id: string;
  from?: string;
  to: string;
  accountId: string | null;
};

function audit(rows: Rows, { key, at, by, action, id, from, to, accountId }: Audited): void {
  rows.audits.push({
    id: seedId(`audit/${key}`),
    at,
    party: by,
    accountId,
    action,
    subjectType: 'booking',
    subjectId: id,
    fromStatus: from ?? null,
    toStatus: to,
  });
}

function timesOf({ startsAt, bookedAt }: Story, timeline: Timeline) {
  const { endsAt, heldUntil, orderedAt, securedAt, answerBy, decidedAt, closedAt, steps } = timeline;
  const last = steps.at(-1);
  const isOver = last !== undefined && closedAt !== null;
  return {
    startsAt,
    endsAt,
    heldUntil,
    freeCancelUntil: freeCancelUntil(startsAt, bookedAt),
    orderedAt: securedAt && orderedAt,
    orderTerms: securedAt && orderTermsVersion,
    requestedAt: securedAt,
    answerBy,
    decidedAt,
    closedAt,
    closedBy: isOver ? last.by : null,
    createdAt: bookedAt,
    updatedAt: last?.at ?? bookedAt,
  };
}

function termsOf({ offer, client, specialist, channel }: Story) {
  const { provider, plan } = offer;
  return {
    clientId: client.accountId,
    providerId: offer.providerId,
    specialistId: specialist.providerId,
    serviceId: offer.serviceId,
    bufferBeforeMinutes: offer.bufferBeforeMinutes,
    bufferAfterMinutes: offer.bufferAfterMinutes,
    channel,
    channels: channel === 'in_person' ? [...offer.channels] : [channel],
    ...practiceColumnsOf(channel === 'in_person' ? provider.practice : null),
    confirmationMode: offer.confirmationMode,
    paymentMode: offer.paymentMode,
    clientTimeZone: client.timeZone ?? 'UTC',
    providerTimeZone: provider.timeZone,
    serviceTitle: offer.titles[client.locale] ?? '',
    serviceTitles: offer.titles,
    priceAmount: offer.price.amount,
    currency: offer.price.currency,
    planCode: plan.code,
    commissionBps: plan.commissionBps,
    commissionVatIncluded: plan.commissionVatIncluded,
    advisorBearsFee: plan.advisorBearsFee,
    commissionVatBps: env().COMMISSION_VAT_BPS,
    reverseCharge: provider.reverseCharge,
    vatRegime: provider.vatRegime,
    vatBps: offer.vatBps,
    sellerName: provider.sellerName,
    sellerAddress: provider.sellerAddress,
    answerHours: provider.answerHours,
  };
}

function occupy(
  rows: Rows,
  { key, offer, specialist, startsAt, bookedAt }: Story,
  { endsAt, heldUntil }: Timeline,
  { id, status }: { id: string; status: BookingStatus },
): void {
  if (!['held', 'proposed', 'pending', 'accepted', 'completed', 'missed'].includes(status)) return;
  const kind = status === 'held' ? 'hold' : status === 'proposed' ? 'proposal' : 'booking';
  rows.occupancies.push({
    id: seedId(`occupancy/${key}`),
    specialistId: specialist.providerId,
    startsAt: addMinutes(startsAt, -offer.bufferBeforeMinutes),
    endsAt: addMinutes(endsAt, offer.bufferAfterMinutes),
    kind,
    sourceId: id,
    serviceId: offer.serviceId,
    sessionStartsAt: startsAt,
    heldUntil: kind === 'booking' ? null : heldUntil,
    createdAt: bookedAt,
  });
}

/** Who was in the room, as the outcome says. */
function attend(
  rows: Rows,
  { key, course, client, specialist, startsAt, channel }: Story,
  { endsAt }: Timeline,
  bookingId: string,
): void {
  const stay = (party: 'client' | 'provider', from: number, until: Date) => {
    const accountId = party === 'client' ? client.accountId : specialist.actor.accountId;
    const joinedAt = addMinutes(startsAt, from);
    rows.attendances.push({
      id: seedId(`stay/${key}/${party}`),
      bookingId,
      accountId,
      party,
      joinedAt,
      lastSeenAt: until,
      leftAt: until,
    });
  };
  if (channel === 'in_person') return;
  if (course === 'completed') {
    stay('client', -3, endsAt);
    stay('provider', -6, endsAt);
  }
  if (course === 'missed') stay('provider', -5, addMinutes(startsAt, 14));
  if (course === 'providerNeverCame') stay('client', -4, addMinutes(startsAt, 13));
}

function remind(
  rows: Rows,
  story: Story,
  { reminders }: Timeline,
  { id, sequence, now }: { id: string; sequence: number; now: Date },
): void {
  const startsAt = story.startsAt.toISOString();
  for (const { hours, at } of reminders) {
    rows.reminders.push({ bookingId: id, hoursBefore: hours, startsAt: story.startsAt, toldAt: at });
    const news = { id, kind: `booking.reminder${hours}`, occasion: startsAt, sequence, at, now };
    tell(rows, story, { ...news, more: { startsAt } });
  }
}

type News = {
  id: string;
  kind: string;
  occasion: string;
  sequence: number;
  more?: { startsAt: string };
  at: Date;
  now: Date;
};

/** Both sides are told in the app and by mail, at an organisation all who act for it, as the use cases do. */
function tell(rows: Rows, { key, client, specialist, inCharge }: Story, news: News): void {
  const { id, kind, occasion, sequence, more, at, now } = news;
  const sides = [
    { party: 'client', side: 'client', actor: client },
    { party: 'provider', side: 'provider', actor: specialist.actor },
    ...inCharge.map((actor) => ({ party: 'provider', side: actor.email, actor })),
  ];
  for (const { party, side, actor } of sides) {
    const { accountId } = actor;
    const isMember = side === 'provider' && inCharge.length > 0;
    const params = { party, ...(isMember && { reader: 'specialist' }), sequence: String(sequence), ...more };
    const isOld = at < addHours(now, -readAfterHours);
    rows.notifications.push({
      id: seedId(`news/${key}/${kind}/${side}`),
      accountId,
      kind,
      bookingId: id,
      params,
      createdAt: at,
      readAt: isOld ? addHours(at, 1) : null,
    });
    rows.emails.push({
      id: seedId(`mail/${key}/${kind}/${side}`),
      accountId,
      recipient: actor.email,
      locale: actor.locale,
      kind,
      params: { ...params, bookingId: id },
      idempotencyKey: `${kind}/${id}/${occasion}/${accountId}`,
      status: 'sent',
      attempts: 1,
      createdAt: at,
      sentAt: at,
      providerId: seedId(`sent/${key}/${kind}/${side}`),
    });
  }
}
