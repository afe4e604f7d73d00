import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { locales } from '@/lib/i18n/routing';
import { db } from '@/lib/server/db/client';
import { addHours } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeEvent } from '@/prisma/seed/factories/events';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { eventOf, heldSeat } from '@/prisma/test-seats';
import { cancelEvent } from '../cancel-event';
import { eventNews } from '../tell';
import { renderEventEmail } from './event-emails';

const clientOnly: readonly string[] = ['seatOffered', 'absent', 'paymentReturned', 'paymentLost'];

async function booked() {
  const claire = await makeSpecialist();
  const texts = locales.map((locale) => ({ locale, title: `Better sleep ${locale}`, description: '' }));
  const startsAt = addHours(new Date(), 100);
  const eventId = await makeEvent(claire, { startsAt, priceAmount: 0, minimumSeats: 1, texts });
  const client = await makeAccount({ timeZone: 'Asia/Kathmandu', locale: 'de', name: 'Marina Lopez' });
  const seatId = await heldSeat(client, eventId);
  return { claire, client, eventId, seatId };
}

function calendarOf(content: string) {
  const calendar = new ICAL.Component(ICAL.parse(content));
  const event = calendar.getFirstSubcomponent('vevent');
  return {
    method: String(calendar.getFirstPropertyValue('method')),
    uid: String(event?.getFirstPropertyValue('uid')),
    sequence: Number(event?.getFirstPropertyValue('sequence')),
    location: String(event?.getFirstPropertyValue('location')),
  };
}

async function mailOf(accountId: string, kind: string) {
  const { params, locale } = await db().email.findFirstOrThrow({ where: { accountId, kind } });
  const mail = await renderEventEmail({ kind, locale, params: params as Record<string, string> });
  if (!mail) throw new Error('outdated');
  return { ...mail, calendar: calendarOf(mail.attachments?.[0]?.content ?? '') };
}

describe('mails of events', () => {
  it.each(eventNews)('%s is written in every language for everybody who hears it', async (news) => {
    const { eventId, seatId } = await booked();
    const startsAt = (await eventOf(eventId)).startsAt.toISOString();
    // Told only while it is kept.
    const kept = { status: 'held' as const, heldUntil: addHours(new Date(), 1) };
    if (news === 'seatOffered') await db().seat.update({ where: { id: seatId }, data: kept });
    for (const locale of locales)
      for (const party of clientOnly.includes(news) ? ['client'] : ['client', 'provider']) {
        const params = { eventId, seatId, party, sequence: '1', startsAt };
        const mail = await renderEventEmail({ kind: `event.${news}`, locale, params });
        expect(mail?.subject).toContain(`Better sleep ${locale}`);
        expect(mail?.html).not.toMatch(/emails\.|\{\w+\}/);
      }
  });

  it('carries the calendar of the seat to the client and that of the event to the host, in their zones', async () => {
    const { claire, client, eventId, seatId } = await booked();
    const toClient = await mailOf(client.accountId, 'event.seatBooked');
    expect(toClient.calendar).toEqual({
      method: 'REQUEST',
      uid: `${seatId}@consilia`,
      sequence: 1,
      location: `http://localhost:3000/de/veranstaltungen/${eventId}/raum`,
    });
    expect(toClient.html).toContain('Kathmandu');
    const toHost = await mailOf(claire.actor.accountId, 'event.seatBooked');
    expect(toHost.calendar).toMatchObject({ method: 'REQUEST', uid: `${eventId}@consilia` });
    expect(toHost.html).toContain('Marina Lopez');
  });

  it('takes the event out of the calendars when it is cancelled', async () => {
    const { claire, client, eventId, seatId } = await booked();
    await cancelEvent(claire.actor, { eventId });
    const toClient = await mailOf(client.accountId, 'event.cancelled');
    expect(toClient.calendar).toMatchObject({ method: 'CANCEL', uid: `${seatId}@consilia`, sequence: 2 });
    const toHost = await mailOf(claire.actor.accountId, 'event.cancelled');
    expect(toHost.calendar).toMatchObject({ method: 'CANCEL', uid: `${eventId}@consilia` });
  });

  it('drops a reminder of what was cancelled, or of another start', async () => {
    const { claire, eventId, seatId } = await booked();
    const { startsAt } = await eventOf(eventId);
    const params = { eventId, seatId, party: 'client', sequence: '1' };
    const reminder = (at: Date) =>
      renderEventEmail({
        kind: 'event.reminder24',
        locale: 'en',
        params: { ...params, startsAt: at.toISOString() },
      });
    expect(await reminder(startsAt)).not.toBeNull();
    expect(await reminder(addHours(startsAt, 1))).toBeNull();
    await cancelEvent(claire.actor, { eventId });
    expect(await reminder(startsAt)).toBeNull();
  });
});
