import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type CalendarEntry, calendarFile } from './calendar';

const entry: CalendarEntry = {
  id: '01900000-0000-7000-8000-000000000001',
  sequence: 1,
  status: 'pending',
  startsAt: new Date('2027-03-28T00:30:00Z'),
  endsAt: new Date('2027-03-28T01:30:00Z'),
  now: new Date('2027-03-01T00:00:00Z'),
  summary: 'Séance : Claire Vasseur',
  url: 'https://consilia.example/fr/rendez-vous/1',
  location: 'Straße 1, 10969 Berlin, Allemagne',
  organizer: { name: 'Consilia', email: 'hello@consilia.example' },
};

function read(change: Partial<CalendarEntry>) {
  const file = calendarFile({ ...entry, ...change });
  const calendar = new ICAL.Component(ICAL.parse(file.content));
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
  return {
    file,
    method: calendar.getFirstPropertyValue('method'),
    event,
    status: event.component.getFirstPropertyValue('status'),
  };
}

describe('calendarFile, as another program reads it', () => {
  it.each([
    ['pending', 'REQUEST', 'TENTATIVE'],
    ['accepted', 'REQUEST', 'CONFIRMED'],
    ['cancelled', 'CANCEL', 'CANCELLED'],
    ['rejected', 'CANCEL', 'CANCELLED'],
  ] as const)('%s is a %s, %s', (status, method, shown) => {
    const seen = read({ status });
    expect(seen.method).toBe(method);
    expect(seen.status).toBe(shown);
    expect(seen.file.contentType).toContain(`method=${method}`);
  });

  it('keeps its UID while the sequence rises, and its instants across a change of clocks', () => {
    const first = read({}).event;
    const second = read({ sequence: 4, status: 'cancelled' }).event;
    expect(second.uid).toBe(first.uid);
    expect(second.sequence).toBe(4);
    expect(first.startDate.toJSDate()).toEqual(entry.startsAt);
    expect(first.endDate.toJSDate()).toEqual(entry.endsAt);
    expect(first.summary).toBe(entry.summary);
    expect(first.location).toBe(entry.location);
  });
});
