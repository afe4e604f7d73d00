import { beforeAll, describe, expect, it } from 'vitest';
import { loadMessages } from '@/lib/i18n/messages';
import { locales } from '@/lib/i18n/routing';
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

const render = (locale: string, party: string, kind = 'booking.requested') =>
  renderBookingEmail({ kind, locale, params: { bookingId, party, sequence: '1' } });

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
  for (const [news, parties] of Object.entries(emails.booking))
    for (const party of Object.keys(parties))
      expect((await render(locale, party, `booking.${news}`)).subject).not.toBe('');
});
