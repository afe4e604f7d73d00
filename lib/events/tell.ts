import { tell } from '@/lib/notifications/tell';
import { withManagers } from '@/lib/organisations/with-managers';
import type { Tx } from '@/lib/server/db/client';
import { findHostAccounts, raiseEventSequence } from './repository';
import { findSeatOwner, raiseSeatSequence } from './seats/repository';

/** What is heard of an event; each is a mail template and a line in the app. */
export const eventNews = [
  'seatBooked',
  'seatCancelled',
  'seatCancelledLate',
  'seatWithdrawn',
  'cancelled',
  'belowMinimum',
  'hostAbsent',
  'absent',
  'seatOffered',
  'reminder24',
  'reminder1',
  'paymentReturned',
  'paymentLost',
] as const;
export type EventNews = (typeof eventNews)[number];

/**
 * Tells the client of a seat, in the app and by mail with the calendar file of its state. The calendar's sequence rises
 * with each piece of news, so that later ones win.
 */
export async function tellClient(tx: Tx, seatId: string, news: EventNews): Promise<void> {
  const sequence = await raiseSeatSequence(tx, seatId);
  await toClient(tx, seatId, news, { sequence, occasion: `${seatId}/${sequence}` });
}

/** Tells the provider's side of an event; `seatId` when it is about somebody's seat. */
export async function tellHost(tx: Tx, eventId: string, news: EventNews, seatId?: string): Promise<void> {
  const sequence = await raiseEventSequence(tx, eventId);
  const more: Record<string, string> = seatId ? { seatId } : {};
  for (const told of await providerSide(tx, eventId))
    await toHost(tx, told, news, { eventId, sequence, occasion: `${eventId}/${sequence}`, more });
}

type Start = { startsAt: Date; sequence: number };

/** Tells of a start that nears. Nothing has changed, so the calendar's sequence stays; once for each start. */
export function remindClient(
  tx: Tx,
  seatId: string,
  news: EventNews,
  { startsAt, sequence }: Start,
): Promise<void> {
  const at = startsAt.toISOString();
  return toClient(tx, seatId, news, { sequence, occasion: `${seatId}/${at}`, more: { startsAt: at } });
}

/** Only whoever holds it is reminded; also when the organisation does, its owner. */
export async function remindHost(
  tx: Tx,
  eventId: string,
  news: EventNews,
  { startsAt, sequence }: Start,
): Promise<void> {
  const at = startsAt.toISOString();
  const { host, owner } = await findHostAccounts(tx, eventId);
  const told = { eventId, sequence, occasion: `${eventId}/${at}`, more: { startsAt: at } };
  await toHost(tx, asHost(host, owner), news, told);
}

type Occasion = { sequence: number; occasion: string; more?: Record<string, string> };

async function toClient(
  tx: Tx,
  seatId: string,
  news: EventNews,
  { sequence, occasion, more }: Occasion,
): Promise<void> {
  const { eventId, ...owner } = await findSeatOwner(tx, seatId);
  const params = { party: 'client', seatId, sequence: String(sequence), ...more };
  await tell(tx, { ...owner, kind: `event.${news}`, about: { eventId }, occasion, params });
}

type Told = { id: string; email: string; locale: string; reader?: 'specialist' };

/**
 * Whoever holds it, a member on the clocks of the own practice, and of an organisation its owner and managers; nobody
 * twice.
 */
async function providerSide(tx: Tx, eventId: string): Promise<Told[]> {
  const { providerId, isOrganisation, host, owner } = await findHostAccounts(tx, eventId);
  const holding = asHost(host, owner);
  return isOrganisation ? withManagers(tx, providerId, [holding, owner]) : [holding];
}

const asHost = (host: Told, owner: Told): Told =>
  host.id === owner.id ? host : { ...host, reader: 'specialist' };

async function toHost(
  tx: Tx,
  { id: accountId, email, locale, ...reader }: Told,
  news: EventNews,
  { eventId, sequence, occasion, more }: Occasion & { eventId: string },
): Promise<void> {
  const params = { party: 'provider', sequence: String(sequence), ...reader, ...more };
  await tell(tx, { email, locale, accountId, kind: `event.${news}`, about: { eventId }, occasion, params });
}
