import type { Messages } from 'next-intl';
import { pagePath } from '@/lib/i18n/page-path';
import { formatInstant, formatSpan } from '@/lib/i18n/time-format';
import { type Words, wordsFor } from '@/lib/i18n/worker';
import { zoneName } from '@/lib/i18n/zone-name';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { type Fact, type RenderedEmail, renderLetter } from '@/lib/server/email/layout';
import { env } from '@/lib/server/env';
import { inLanguage } from '@/lib/shared/in-language';
import { findBookingView } from '../repository';
import type { BookingView } from '../types';
import { calendarFile } from './calendar';

type Kind = `booking.${keyof Messages['emails']['booking']}`;
type BookingEmail = { kind: string; locale: string; params: Record<string, string> };
type Reader = { party: 'client' | 'provider'; zone: string; otherZone: string; otherName: string };

function readerOf(booking: BookingView, party: string | undefined): Reader {
  const clientZone = booking.client.timeZone ?? booking.clientTimeZone;
  const providerZone = booking.provider.timeZone;
  return party === 'provider'
    ? { party: 'provider', zone: providerZone, otherZone: clientZone, otherName: booking.client.name }
    : { party: 'client', zone: clientZone, otherZone: providerZone, otherName: booking.provider.displayName };
}

function whenIn(zone: string, { startsAt, endsAt }: BookingView, { locale }: Words): string {
  const day = formatInstant(startsAt, { locale, zone, style: 'fullDate' });
  return `${day}, ${formatSpan(startsAt, endsAt, { locale, zone })} (${zoneName(zone, locale)})`;
}

const oneLine = (address: string) => address.replaceAll(/\s*\n\s*/g, ', ');

function factsOf(booking: BookingView, reader: Reader, words: Words): Fact[] {
  const { t, format, locale } = words;
  const price = format.number(booking.priceAmount / 100, { style: 'currency', currency: booking.currency });
  const facts: Fact[] = [
    {
      label: t('emails.facts.service'),
      value: inLanguage(booking.serviceTitles, locale, booking.serviceTitle),
    },
    { label: t(`emails.facts.${reader.party === 'client' ? 'advisor' : 'client'}`), value: reader.otherName },
    { label: t('emails.facts.yourTime'), value: whenIn(reader.zone, booking, words) },
    {
      label: t('emails.facts.meeting'),
      value: t(`emails.facts.meetings.${booking.channel}`, { address: oneLine(booking.sellerAddress) }),
    },
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
  const stamp = (date: Date) =>
    `${formatInstant(date, { locale, zone, style: 'fullDateTime' })} (${zoneName(zone, locale)})`;
  if (status === 'pending' && answerBy)
    facts.push({ label: t('emails.facts.answerBy'), value: stamp(answerBy) });
  if (status === 'proposed' && heldUntil)
    facts.push({ label: t('emails.facts.answerBy'), value: stamp(heldUntil) });
  if (status === 'pending' || status === 'accepted' || status === 'proposed') {
    facts.push({
      label: t('emails.facts.freeCancel'),
      value: until
        ? t('emails.facts.freeCancelUntil', { when: stamp(until) })
        : t('emails.facts.noFreeCancel'),
    });
  }
  return facts;
}

function linkOf(booking: BookingView, reader: Reader, words: Words): string {
  const pathname =
    reader.party === 'client' ? '/appointments/[bookingId]' : '/practice/appointments/[bookingId]';
  const path = pagePath({ pathname, params: { bookingId: booking.id } }, words.locale);
  return `${env().APP_URL}${path}`;
}

/** The bare address inside `Name <address>`. */
function senderAddress(): string {
  return /<([^>]+)>/.exec(env().EMAIL_FROM)?.[1] ?? env().EMAIL_FROM;
}

function hasTemplate(kind: string, { t }: Words): kind is Kind {
  return t.has(`emails.${kind as Kind}.client.subject`);
}

/** Any piece of booking news in the reader's language and zone, with the calendar file of the booking's state. */
export async function renderBookingEmail({ kind, locale, params }: BookingEmail): Promise<RenderedEmail> {
  const booking = await findBookingView(db(), params.bookingId ?? '');
  if (!booking) throw new Error(`mail about an unknown booking ${params.bookingId}`);
  const reader = readerOf(booking, params.party);
  const words = await wordsFor(locale, reader.zone);
  if (!hasTemplate(kind, words)) throw new Error(`no template for ${kind}`);
  const key = `emails.${kind}.${reader.party}` as const;
  const url = linkOf(booking, reader, words);
  const letter = await renderLetter(words.t(`${key}.subject`, { name: reader.otherName }), {
    locale: words.locale,
    preview: words.t(`${key}.text`, { name: reader.otherName }),
    heading: words.t(`${key}.heading`),
    paragraphs: [words.t(`${key}.text`, { name: reader.otherName })],
    facts: factsOf(booking, reader, words),
    action: { label: words.t('emails.open'), href: url },
    footer: words.t('emails.footer.why'),
  });
  const attachment = calendarFile({
    bookingId: booking.id,
    sequence: Number(params.sequence ?? booking.calendarSequence),
    status: booking.status,
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    now: await clock(),
    summary: words.t('emails.calendarTitle', { name: reader.otherName }),
    url,
    organizer: { name: env().OPERATOR_NAME, email: senderAddress() },
  });
  return { ...letter, attachments: [attachment] };
}
