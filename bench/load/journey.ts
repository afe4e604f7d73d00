import { db } from '@/lib/server/db/client';
import type { Result } from '@/lib/shared/result';
import { payCheckout } from '@/sandbox/testing/hosted-pages';
import { persist, Wrong } from '../stand/persist';
import type { Browser } from './browser';
import type { Advisor, Visitor } from './people';

export type Booked = { bookingId: string; startsAt: Date; advisor: Advisor; visitor: Visitor };

const anyOf = <T>(items: readonly T[], n: number): T => {
  const item = items[n % items.length];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
};

/** Reads the free times of an advisor's service from a day on, as the page does. */
export async function freeTimes(
  browser: Browser,
  serviceId: string,
  from: Date,
  days = 5,
): Promise<string[]> {
  const day = from.toISOString().slice(0, 10);
  const page = await browser.get(`/api/slots?service=${serviceId}&zone=UTC&from=${day}&days=${days}`);
  const answer = JSON.parse(page.text) as { slots: { start: string }[] };
  return answer.slots.map(({ start }) => start);
}

/** Picks a time on the advisor's page: the id of the held booking, or null when it was refused. */
export async function pick(browser: Browser, serviceId: string, start: string): Promise<string | null> {
  const page = await browser.get(`/en/book/${serviceId}?start=${encodeURIComponent(start)}`, {
    'sec-fetch-site': 'same-origin',
    referer: 'http://localhost/en/advisors',
  });
  const held = /\/en\/checkout\/([0-9a-f-]{36})/.exec(page.location ?? '')?.[1];
  if (held) return held;
  if (page.status !== 200) throw new Error(`picking a time: ${page.status} ${page.location ?? ''}`);
  return null;
}

/** The summary and its order button: the address of the hosted checkout. */
export async function order(browser: Browser, bookingId: string): Promise<string> {
  const summary = await browser.get(`/en/checkout/${bookingId}`);
  if (summary.status !== 200) throw new Error(`summary: ${summary.status}`);
  const ordered = await browser.submit(summary, '<address');
  if (!ordered.location?.startsWith('http://127.0.0.1'))
    throw new Error(`order: ${ordered.status} ${ordered.location ?? ''}`);
  return ordered.location;
}

/**
 * A client finds a free time, holds it, sees the summary and pays, over HTTP and without giving up. `n` spreads the load
 * over times and web processes.
 */
export async function book(
  visitor: Visitor,
  advisor: Advisor,
  from: Date,
  n: number,
  days = 5,
): Promise<Booked> {
  const serviceId = anyOf(advisor.serviceIds, 0);
  let turn = n;
  return persist('book', async () => {
    turn += 1;
    const browser = anyOf(visitor.browsers, turn);
    const start = anyOf(await freeTimes(browser, serviceId, from, days), turn * 7);
    const bookingId = await pick(browser, serviceId, start);
    if (!bookingId) throw new Error('taken meanwhile');
    const url = await persist('order', () => order(anyOf(visitor.browsers, (turn += 1)), bookingId), 30_000);
    await persist('pay', () => payCheckout(url));
    return { bookingId, startsAt: new Date(start), advisor, visitor };
  });
}

/** A use case that may have taken effect before its answer was lost: then the status already says so. */
export async function insist(
  what: string,
  bookingId: string,
  wanted: string[],
  run: () => Promise<Result<unknown>>,
): Promise<void> {
  await persist(what, async () => {
    const done = await run();
    if (done.ok) return;
    const { status } = await db().booking.findUniqueOrThrow({
      where: { id: bookingId },
      select: { status: true },
    });
    if (wanted.includes(status)) return;
    throw new Wrong(`${what} of ${bookingId}: ${done.error.code}, it is ${status}`);
  });
}

/** Says over HTTP that somebody is in the room. */
export async function enter(browsers: Browser[], bookingId: string, n: number): Promise<void> {
  await persist('enter', async () => {
    const answer = await anyOf(browsers, n + Math.floor(Math.random() * 2)).postJson('/api/presence', {
      bookingId,
    });
    if (answer.status !== 200) throw new Error(`presence: ${answer.status} ${answer.text}`);
  });
}

/** Waits until the payment's event has reached the booking. */
export async function confirmed(bookingId: string): Promise<string> {
  return persist(
    'confirm',
    async () => {
      const { status } = await db().booking.findUniqueOrThrow({
        where: { id: bookingId },
        select: { status: true },
      });
      if (status === 'held' || status === 'expired') throw new Error(`still ${status}`);
      return status;
    },
    150_000,
  );
}
