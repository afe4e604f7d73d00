import ICAL from 'ical.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadMessages } from '@/lib/i18n/messages';
import { locales } from '@/lib/i18n/routing';
import { db } from '@/lib/server/db/client';
import { addHours } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeAuthorisedRequest } from '@/prisma/seed/factories/bookings';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { renderBookingEmail } from './booking-emails';

/** 15:00 in Nepal, 10:15 in Berlin. */
const startsAt = new Date('2026-11-29T09:15:00Z');
let bookingId: string;

beforeAll(async () => {
  const specialist = await makeSpecialist();
  const client = await makeAccount({ timeZone: 'UTC+05:45' });
  bookingId = await makeAuthorisedRequest({ specialist, client, startsAt });
});

async function render(locale: string, party: string, kind = 'booking.requested') {
  const rendered = await renderBookingEmail({ kind, locale, params: { bookingId, party, sequence: '1' } });
  if (!rendered) throw new Error(`nothing to say of ${kind}`);
  return rendered;
}

describe('a mail to somebody who keeps a fixed offset', () => {
  it.each([
    ['fr', 'dimanche 29 novembre 2026, 15:00–16:00 (UTC+05:45)', '29 novembre 2026 à 14:00 (UTC+05:45)'],
    [
      'ru',
      'воскресенье, 29 ноября 2026 г., 15:00–16:00 (UTC+05:45)',
      '29 ноября 2026 г. в 14:00 (UTC+05:45)',
    ],
    ['de', 'Sonntag, 29. November 2026, 15:00–16:00 (UTC+05:45)', '29. November 2026 um 14:00 (UTC+05:45)'],
    ['en', 'Sunday, 29 November 2026, 15:00–16:00 (UTC+05:45)', '29 November 2026 at 14:00 (UTC+05:45)'],
  ])('gives session and deadline on its clocks in %s, and names them', async (locale, session, deadline) => {
    const { text, html } = await render(locale, 'client');
    for (const part of [text, html]) {
      expect(part).not.toContain('GMT');
      expect(part).not.toContain('Europe/Berlin');
    }
    expect(text.replaceAll(/[\s\u00a0\u202f]+/g, ' ')).toContain(session);
    expect(text.replaceAll(/[\s\u00a0\u202f]+/g, ' ')).toContain(deadline);
  });

  it.each([
    ['fr', 'Berlin'],
    ['ru', 'Берлин'],
    ['de', 'Berlin'],
    ['en', 'Berlin'],
  ])('and the other side’s place by its name in %s', async (locale, place) => {
    expect((await render(locale, 'client')).text).toContain(`10:15–11:15 (${place})`);
    expect((await render(locale, 'provider')).text).toContain(`15:00–16:00 (UTC+05:45)`);
  });
});

it.each(locales)('every piece of news has its words for those who hear it, in %s', async (locale) => {
  const { emails } = await loadMessages(locale);
  // Those that go out under a condition have tests of their own.
  for (const [news, parties] of Object.entries(emails.booking))
    for (const party of Object.keys(parties))
      if (!/^reminder|^waitingOffer$/.test(news))
        expect((await render(locale, party, `booking.${news}`)).subject).not.toBe('');
});

describe('an absence', () => {
  const textOf = async (locale: string, kind: string, party: string) =>
    (await render(locale, party, kind)).text;
  const due = { en: 'full price', fr: 'prix entier', de: 'volle Preis', ru: 'олная цена' };

  it.each(locales)('asks for the full price only where there is one, in %s', async (locale) => {
    for (const [kind, party] of [
      ['booking.missed', 'client'],
      ['booking.missed', 'provider'],
      ['booking.correctedToMissed', 'client'],
    ] as const) {
      await db().booking.update({ where: { id: bookingId }, data: { priceAmount: 12_000 } });
      expect(await textOf(locale, kind, party)).toContain(due[locale]);
      await db().booking.update({ where: { id: bookingId }, data: { priceAmount: 0 } });
      expect(await textOf(locale, kind, party)).not.toContain(due[locale]);
    }
    await db().booking.update({ where: { id: bookingId }, data: { priceAmount: 12_000 } });
  });
});

describe('a session in person', () => {
  const place = { practiceStreet: 'Türkenstr. 12', practiceCity: 'München', practiceCountry: 'DE' };

  it.each([
    ['fr', 'Türkenstr. 12, 80333 München, Allemagne'],
    ['ru', 'Türkenstr. 12, 80333 München, Германия'],
  ])('names the practice in letter and calendar in %s, and leads to the map', async (locale, address) => {
    const data = { channel: 'in_person' as const, channels: ['in_person' as const] };
    await db().booking.update({
      where: { id: bookingId },
      data: { ...data, ...place, practicePostalCode: '80333' },
    });
    const { html, text, attachments } = await render(locale, 'client');
    expect(text).toContain(address);
    expect(html).toContain('https://www.openstreetmap.org/search?query=T%C3%BCrkenstr.%2012');
    expect(locationOf(attachments?.[0]?.content)).toBe(address);
  });

  it('by video, the calendar leads to the page of the session', async () => {
    await db().booking.update({
      where: { id: bookingId },
      data: { channel: 'video', channels: ['video'] },
    });
    const { attachments } = await render('en', 'client');
    expect(locationOf(attachments?.[0]?.content)).toBe(`http://localhost:3000/en/session/${bookingId}`);
  });
});

function locationOf(calendar = ''): unknown {
  const event = new ICAL.Component(ICAL.parse(calendar)).getFirstSubcomponent('vevent');
  return event?.getFirstPropertyValue('location');
}

describe('a reminder', () => {
  const soon = addHours(new Date(), 10);
  const remind = (kind: string, locale = 'en', start = soon) =>
    renderBookingEmail({
      kind,
      locale,
      params: { bookingId, party: 'client', sequence: '1', startsAt: start.toISOString() },
    });

  beforeAll(async () => {
    const data = { startsAt: soon, endsAt: addHours(soon, 1), status: 'accepted' as const };
    await db().booking.update({ where: { id: bookingId }, data });
  });

  it.each(locales)('has its words in %s', async (locale) => {
    for (const kind of ['booking.reminder24', 'booking.reminder1'])
      expect((await remind(kind, locale))?.subject).not.toBe('');
  });

  it('is not written any more of another start, nor once the session is cancelled or has begun', async () => {
    expect(await remind('booking.reminder24', 'en', addHours(soon, 24))).toBeNull();
    await db().clockOffset.update({ where: { id: 1 }, data: { milliseconds: 10 * 3_600_000 + 5000 } });
    expect(await remind('booking.reminder1')).toBeNull();
    await db().clockOffset.update({ where: { id: 1 }, data: { milliseconds: 0 } });
    await db().booking.update({ where: { id: bookingId }, data: { status: 'cancelled' } });
    expect(await remind('booking.reminder1')).toBeNull();
  });
});
