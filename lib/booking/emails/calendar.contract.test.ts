import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { connectEmail } from '@/lib/server/email/sender';
import { startMailSandbox } from '@/sandbox/mail/server';
import { calendarFile } from './calendar';

it('arrives as a file that another program reads, letters beyond ASCII too', async () => {
  const server = await startMailSandbox({ port: 0, file: ':memory:' });
  try {
    const sender = connectEmail({
      apiKey: 're_sandbox',
      baseUrl: server.url,
      from: 'Consilia <hello@consilia.test>',
    });
    const file = calendarFile({
      id: '01900000-0000-7000-8000-000000000001',
      sequence: 1,
      status: 'accepted',
      startsAt: new Date('2027-03-28T00:30:00Z'),
      endsAt: new Date('2027-03-28T01:30:00Z'),
      now: new Date('2027-03-01T00:00:00Z'),
      summary: 'Сессия: Éva Größe',
      url: 'https://consilia.example/fr/rendez-vous/1',
      location: 'Straße 1, 10969 Berlin, Allemagne',
      organizer: { name: 'Consilia', email: 'hello@consilia.example' },
    });
    const sent = await sender.send({
      key: 'mail:1',
      to: 'eva@example.com',
      subject: 'Сессия',
      html: '<p>x</p>',
      text: 'x',
      attachments: [file],
    });
    const id = sent.ok ? sent.id : 'not sent';
    const answer = await fetch(`${server.url}/messages/${id}/attachments/0`);
    const calendar = new ICAL.Component(ICAL.parse(await answer.text()));
    const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
    expect(event.location).toBe('Straße 1, 10969 Berlin, Allemagne');
    expect(event.summary).toBe('Сессия: Éva Größe');
    expect(answer.headers.get('content-type')).toContain('text/calendar');
  } finally {
    await server.close();
  }
});
