import type { Messages } from 'next-intl';
import { pageAddress } from '@/lib/i18n/site';
import { formatInstant, formatSpan } from '@/lib/i18n/time-format';
import { type Words, wordsFor } from '@/lib/i18n/worker';
import { zoneName } from '@/lib/i18n/zone-name';
import { formatZoned } from '@/lib/i18n/zoned-time';
import { openPayToken } from '@/lib/payments/pay-link/read-pay-link';
import { paidBefore } from '@/lib/payments/rules/payment-time';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { type Fact, type RenderedEmail, renderLetter } from '@/lib/server/email/layout';
import { env } from '@/lib/server/env';
import { inLanguage } from '@/lib/shared/in-language';
import { meetingPlace } from '../meeting-place';
import { calendarLocation } from '../calendar-location';
import { postOf } from '../practice-filter';
import { findBookingView } from '../repository';
import type { BookingView } from '../types';
import { calendarFile } from './calendar';

type Kind = `booking.${keyof Messages['emails']['booking']}`;
type BookingEmail = { kind: string; locale: string; params: Record<string, string> };
type Reader = { party: 'client' | 'provider'; zone: string; otherZone: string; otherName: string };

function readerOf(booking: BookingView, { party, reader }: Record<string, string>): Reader {
  const clientZone = booking.client.timeZone ?? booking.clientTimeZone;
  const { timeZone: providerZone } = reader === 'specialist' ? booking.specialist : booking.provider;
  return party === 'provider'
    ? { party: 'provider', zone: providerZone, otherZone: clientZone, otherName: booking.client.name }
    : { party: 'client', zone: clientZone, otherZone: providerZone, otherName: booking.provider.displayName };
}

export function whenIn(
  zone: string,
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
  { locale }: Words,
): string {
  const day = formatInstant(startsAt, { locale, zone, style: 'fullDate' });
  return `${day}, ${formatSpan(startsAt, endsAt, { locale, zone })} (${zoneName(zone, locale)})`;
}

/** In person the address, which leads to the map. */
function meetingOf(booking: BookingView, { t, locale }: Words): Fact {
  const place = meetingPlace(booking, locale);
  const value = t(`emails.facts.meetings.${booking.channel}`, { address: place?.lines.join(', ') ?? '' });
  return { label: t('emails.facts.meeting'), value, ...(place && { href: place.mapHref }) };
}

const reminders: readonly string[] = ['booking.reminder24', 'booking.reminder1'];
const isReminder = (kind: string) => reminders.includes(kind);

/** A place that is kept for somebody who waited. */
const isOffer = (kind: string) => kind === 'booking.waitingOffer';

/**
 * A reminder is sent only of the start that it was written for, while that lies ahead and is agreed; of a place only
 * while it is kept.
 */
function isOutdated(
  { kind, params }: BookingEmail,
  { status, startsAt, heldUntil }: BookingView,
  now: Date,
): boolean {
  if (isOffer(kind)) return status !== 'held' || heldUntil === null || heldUntil <= now;
  if (!isReminder(kind)) return false;
  return status !== 'accepted' || startsAt <= now || params.startsAt !== startsAt.toISOString();
}

function factsOf(booking: BookingView, reader: Reader, words: Words): Fact[] {
  const { t, format, locale } = words;
  const price = format.number(booking.priceAmount / 100, { style: 'currency', currency: booking.currency });
  const facts: Fact[] = [
    {
      label: t('emails.facts.service'),
      value: inLanguage(booking.serviceTitles, locale, booking.serviceTitle),
    },
    { label: t(`emails.facts.${reader.party === 'client' ? 'advisor' : 'client'}`), value: reader.otherName },
    ...(postOf(booking) ? [{ label: t('emails.facts.givenBy'), value: booking.specialist.displayName }] : []),
    { label: t('emails.facts.yourTime'), value: whenIn(reader.zone, booking, words) },
    meetingOf(booking, words),
  ];
  if (reader.otherZone !== reader.zone) {
    facts.push({
      label: t('emails.facts.otherTime', { name: reader.otherName }),
      value: whenIn(reader.otherZone, booking, words),
    });
  }
  facts.push({
    label: t('emails.facts.price'),
    value: booking.priceAmount === 0 ? t('emails.facts.free') : price,
  });
  const { freeCancelUntil: until, answerBy, heldUntil, status } = booking;
  const { zone } = reader;
  const stamp = (date: Date) => formatZoned(date, { locale, zone, style: 'fullDateTime' });
  if (status === 'pending' && answerBy)
    facts.push({ label: t('emails.facts.answerBy'), value: stamp(answerBy) });
  for (const proposal of status === 'accepted' ? booking.reschedules : []) {
    facts.push({ label: t('emails.facts.proposedTime'), value: whenIn(zone, proposal, words) });
    facts.push({ label: t('emails.facts.answerBy'), value: stamp(proposal.heldUntil) });
  }
  if (status === 'proposed' && heldUntil)
    facts.push({ label: t('emails.facts.answerBy'), value: stamp(heldUntil) });
  if (status === 'held' && heldUntil)
    facts.push({ label: t('emails.facts.keptUntil'), value: stamp(heldUntil) });
  const unpaid = unpaidCancelledAt(booking);
  if (unpaid) facts.push({ label: t('emails.facts.unpaid'), value: stamp(unpaid) });
  const isOpen = status === 'pending' || status === 'accepted' || status === 'proposed' || status === 'held';
  if (booking.withdrawnAt)
    facts.push({ label: t('emails.facts.withdrawn'), value: stamp(booking.withdrawnAt) });
  if (booking.priceAmount > 0 && isOpen) {
    facts.push({
      label: t('emails.facts.freeCancel'),
      value: until
        ? t('emails.facts.freeCancelUntil', { when: stamp(until) })
        : t('emails.facts.noFreeCancel'),
    });
  }
  return facts;
}

/** When a session whose card was refused is cancelled for it; null for every other one. */
function unpaidCancelledAt({ status, paymentMode, startsAt, payment }: BookingView): Date | null {
  return payment?.status === 'due' ? paidBefore(paymentMode, status === 'accepted', startsAt) : null;
}

function linkOf(booking: BookingView, reader: Reader, words: Words): string {
  const own = reader.party === 'client' ? '/appointments/[bookingId]' : '/practice/appointments/[bookingId]';
  // What is only held has no page but the summary.
  const pathname = booking.status === 'held' ? '/checkout/[bookingId]' : own;
  return pageAddress({ pathname, params: { bookingId: booking.id } }, words.locale);
}

/** Of a price that is due the link to pay it, for its client; null when nothing is to pay by then. */
async function payAddress(
  { kind }: BookingEmail,
  { payment }: BookingView,
  { party }: Reader,
  { locale }: Words,
): Promise<string | null> {
  if (kind !== 'booking.paymentDue' || party !== 'client' || !payment) return null;
  const token = await openPayToken(payment.id);
  return token && pageAddress({ pathname: '/pay/[token]', params: { token } }, locale);
}

function actionOf(kind: string, { party }: Reader) {
  if (isOffer(kind)) return 'emails.take';
  return kind === 'booking.paymentDue' && party === 'client' ? 'emails.pay' : 'emails.open';
}

/** The bare address inside `Name <address>`. */
export function senderAddress(): string {
  return /<([^>]+)>/.exec(env().EMAIL_FROM)?.[1] ?? env().EMAIL_FROM;
}

function hasTemplate(kind: string, { t }: Words): kind is Kind {
  return t.has(`emails.${kind as Kind}.client.subject`);
}

/** Of an absence it is said that the price is due, unless there is none. */
const aboutAbsence = ['booking.missed', 'booking.correctedToMissed'] as const;

function sentenceOf(
  kind: Kind,
  { priceAmount }: BookingView,
  { party, otherName: name }: Reader,
  { t }: Words,
) {
  const absence = aboutAbsence.find((one) => one === kind);
  return absence && priceAmount === 0
    ? t(`emails.${absence}.${party}.textFree`, { name })
    : t(`emails.${kind}.${party}.text`, { name });
}

/**
 * Any piece of booking news in the reader's language and zone, with the calendar file of the booking's state; null for a
 * reminder of what does not lie ahead any more, and for a place that is not kept any more.
 */
export async function renderBookingEmail(email: BookingEmail): Promise<RenderedEmail | null> {
  const { kind, locale, params } = email;
  const booking = await findBookingView(db(), params.bookingId ?? '');
  if (!booking) throw new Error(`mail about an unknown booking ${params.bookingId}`);
  const now = await clock();
  if (isOutdated(email, booking, now)) return null;
  const reader = readerOf(booking, params);
  const words = await wordsFor(locale, reader.zone);
  if (!hasTemplate(kind, words)) throw new Error(`no template for ${kind}`);
  const key = `emails.${kind}.${reader.party}` as const;
  const url = (await payAddress(email, booking, reader, words)) ?? linkOf(booking, reader, words);
  const sentence = sentenceOf(kind, booking, reader, words);
  const letter = await renderLetter(words.t(`${key}.subject`, { name: reader.otherName }), {
    locale: words.locale,
    preview: sentence,
    heading: words.t(`${key}.heading`),
    paragraphs: [sentence],
    facts: factsOf(booking, reader, words),
    action: { label: words.t(actionOf(kind, reader)), href: url },
    footer: words.t(isReminder(kind) ? 'emails.footer.soon' : 'emails.footer.why'),
  });
  // Nothing stands in a calendar yet.
  if (isOffer(kind)) return letter;
  const attachment = calendarFile({
    id: booking.id,
    sequence: Number(params.sequence ?? booking.calendarSequence),
    status: booking.status,
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    now,
    summary: words.t('emails.calendarTitle', { name: reader.otherName }),
    url,
    location: calendarLocation(booking, words.locale),
    organizer: { name: env().OPERATOR_NAME, email: senderAddress() },
  });
  return { ...letter, attachments: [attachment] };
}
