import type { Messages } from 'next-intl';
import { senderAddress, whenIn } from '@/lib/booking/emails/booking-emails';
import { calendarFile } from '@/lib/booking/emails/calendar';
import type { Href } from '@/lib/i18n/page-path';
import { pageAddress } from '@/lib/i18n/site';
import { type Words, wordsFor } from '@/lib/i18n/worker';
import { formatZoned } from '@/lib/i18n/zoned-time';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { type Fact, type RenderedEmail, renderLetter } from '@/lib/server/email/layout';
import { env } from '@/lib/server/env';
import { countTaken, findMailedEvent, type MailedEvent } from '../repository';
import { roomAddress } from '../addresses';
import { shownEventText } from '../rules/texts';
import { findSeatView } from '../seats/repository';
import type { SeatView } from '../types';

type News = keyof Messages['emails']['event'];
type EventEmail = { kind: string; locale: string; params: Record<string, string> };
type Letter = { news: News; event: MailedEvent; seat: SeatView | null; words: Words; now: Date };

const reminders: readonly string[] = ['event.reminder24', 'event.reminder1'];

/** A seat that is kept for somebody who waited. */
const offered = 'event.seatOffered';

/**
 * A reminder is sent only of the start that it was written for, while that lies ahead and stands; of a kept seat only
 * while it is kept.
 */
function isOutdated({ kind, params }: EventEmail, event: MailedEvent, seat: SeatView | null, now: Date) {
  if (kind === offered) return seat?.status !== 'held' || seat.heldUntil === null || seat.heldUntil <= now;
  if (!reminders.includes(kind)) return false;
  if (event.status !== 'published' || event.startsAt <= now) return true;
  return params.startsAt !== event.startsAt.toISOString() || (seat !== null && seat.status !== 'booked');
}

function newsOf(kind: string, party: string, { t }: Words): News {
  const news = kind.replace(/^event\./, '');
  const key = `emails.event.${news}.${party}.subject`;
  if (!t.has(key as 'emails.event.seatBooked.client.subject')) throw new Error(`no template for ${kind}`);
  return news as News;
}

const titleIn = (event: MailedEvent, { locale }: Words) =>
  shownEventText(event.texts, locale, event.mainLocale).title;

/**
 * Any piece of news about an event in the reader's language and zone, with the calendar file: a client's is that of the
 * seat, a host's that of the event. Null for a reminder of what does not lie ahead any more, or a seat that is not kept.
 */
export async function renderEventEmail(email: EventEmail): Promise<RenderedEmail | null> {
  const { params, kind, locale } = email;
  const event = await findMailedEvent(db(), params.eventId ?? '');
  const seat = params.seatId ? await findSeatView(db(), params.seatId) : null;
  if (!event || (params.party === 'client' && !seat)) throw new Error(`mail about nothing: ${kind}`);
  const now = await clock();
  const isClient = params.party === 'client';
  if (isOutdated(email, event, isClient ? seat : null, now)) return null;
  const { timeZone } = params.reader === 'specialist' ? event.host : event.provider;
  const zone = isClient && seat ? (seat.client.timeZone ?? seat.clientTimeZone) : timeZone;
  const words = await wordsFor(locale, zone);
  const letter = { news: newsOf(kind, isClient ? 'client' : 'provider', words), event, seat, words, now };
  return isClient && seat
    ? toClient({ ...letter, seat }, zone, Number(params.sequence))
    : toHost(letter, zone, Number(params.sequence));
}

async function toClient(
  { news, event, seat, words, now }: Letter & { seat: SeatView },
  zone: string,
  sequence: number,
): Promise<RenderedEmail> {
  const { t, locale } = words;
  const key = `emails.event.${news as ClientNews}.client` as const;
  const said = { title: titleIn(event, words), name: event.provider.displayName };
  const isStanding = seat.status === 'booked' || seat.status === 'attended' || seat.status === 'absent';
  const isOffer = seat.status === 'held';
  const params = { seatId: seat.id };
  const seatPage = isOffer
    ? ({ pathname: '/seats/[seatId]/checkout', params } as const)
    : ({ pathname: '/seats/[seatId]', params } as const);
  return compose(words, {
    words: {
      subject: t(`${key}.subject`, said),
      heading: t(`${key}.heading`, said),
      text: t(`${key}.text`, said),
    },
    facts: clientFacts(event, seat, words, zone),
    page: seatPage,
    isReminder: news === 'reminder24' || news === 'reminder1',
    // Nothing stands in a calendar yet.
    calendar: isOffer
      ? null
      : {
          id: seat.id,
          sequence,
          status: isStanding ? 'accepted' : 'cancelled',
          startsAt: event.startsAt,
          endsAt: event.endsAt,
          now,
          summary: t('emails.eventTitle', { title: said.title }),
          location: roomAddress(event.id, locale),
        },
  });
}

async function toHost(
  { news, event, seat, words, now }: Letter,
  zone: string,
  sequence: number,
): Promise<RenderedEmail> {
  const { t, locale } = words;
  const key = `emails.event.${news as HostNews}.provider` as const;
  const said = { title: titleIn(event, words), name: seat?.client.name ?? '' };
  const { booked } = (await countTaken(db(), [event.id], now))(event.id);
  const page = { pathname: '/practice/events/[eventId]', params: { eventId: event.id } } as const;
  return compose(words, {
    words: {
      subject: t(`${key}.subject`, said),
      heading: t(`${key}.heading`, said),
      text: t(`${key}.text`, said),
    },
    facts: [
      { label: t('emails.facts.event'), value: said.title },
      ...(seat ? [{ label: t('emails.facts.client'), value: seat.client.name }] : []),
      ...heldBy(event, words),
      { label: t('emails.facts.yourTime'), value: whenIn(zone, event, words) },
      {
        label: t('emails.facts.seats'),
        value: t('emails.facts.seatsOf', { booked, most: event.maximumSeats }),
      },
    ],
    page,
    isReminder: news === 'reminder24' || news === 'reminder1',
    calendar: {
      id: event.id,
      sequence,
      status: event.status === 'cancelled' ? 'cancelled' : 'accepted',
      startsAt: event.startsAt,
      endsAt: event.endsAt,
      now,
      summary: t('emails.eventTitle', { title: said.title }),
      location: roomAddress(event.id, locale),
    },
  });
}

type Parties<P extends string> = {
  [N in News]: P extends keyof Messages['emails']['event'][N] ? N : never;
}[News];
type ClientNews = Parties<'client'>;
type HostNews = Parties<'provider'>;

/** Of an organisation: the member who holds it. */
function heldBy({ hostId, providerId, host }: MailedEvent, { t }: Words): Fact[] {
  return hostId === providerId ? [] : [{ label: t('emails.facts.givenBy'), value: host.displayName }];
}

function clientFacts(event: MailedEvent, seat: SeatView, words: Words, zone: string): Fact[] {
  const { t, format, locale } = words;
  const { provider } = event;
  const price = format.number(seat.priceAmount / 100, { style: 'currency', currency: seat.currency });
  const stamp = (date: Date) => formatZoned(date, { locale, zone, style: 'fullDateTime' });
  const until = seat.freeCancelUntil;
  return [
    { label: t('emails.facts.event'), value: titleIn(event, words) },
    { label: t('emails.facts.advisor'), value: provider.displayName },
    ...heldBy(event, words),
    { label: t('emails.facts.yourTime'), value: whenIn(zone, event, words) },
    ...(provider.timeZone === zone
      ? []
      : [
          {
            label: t('emails.facts.otherTime', { name: provider.displayName }),
            value: whenIn(provider.timeZone, event, words),
          },
        ]),
    { label: t('emails.facts.meeting'), value: t('emails.facts.eventRoom') },
    { label: t('emails.facts.price'), value: seat.priceAmount === 0 ? t('emails.facts.free') : price },
    ...(seat.status === 'held' && seat.heldUntil
      ? [{ label: t('emails.facts.keptUntil'), value: stamp(seat.heldUntil) }]
      : []),
    ...(seat.withdrawnAt ? [{ label: t('emails.facts.withdrawn'), value: stamp(seat.withdrawnAt) }] : []),
    ...((seat.status === 'booked' || seat.status === 'held') && seat.priceAmount > 0
      ? [
          {
            label: t('emails.facts.freeCancel'),
            value: until
              ? t('emails.facts.freeCancelUntil', { when: stamp(until) })
              : t('emails.facts.noFreeCancel'),
          },
        ]
      : []),
  ];
}

type Composed = {
  words: { subject: string; heading: string; text: string };
  facts: Fact[];
  page: Href;
  isReminder: boolean;
  calendar: Omit<Parameters<typeof calendarFile>[0], 'url' | 'organizer'> | null;
};

async function compose(
  { t, locale }: Words,
  { words, facts, page, isReminder, calendar }: Composed,
): Promise<RenderedEmail> {
  const url = pageAddress(page, locale);
  const letter = await renderLetter(words.subject, {
    locale,
    preview: words.text,
    heading: words.heading,
    paragraphs: [words.text],
    facts,
    action: { label: t('emails.openEvent'), href: url },
    footer: t(isReminder ? 'emails.footer.eventSoon' : 'emails.footer.event'),
  });
  if (!calendar) return letter;
  const organizer = { name: env().OPERATOR_NAME, email: senderAddress() };
  return { ...letter, attachments: [calendarFile({ ...calendar, url, organizer })] };
}
