import { describe, expect, it } from 'vitest';
import { expandCalendar } from './expand-calendar';

const zone = 'Europe/Berlin';
const window = { start: new Date('2027-02-28T23:00:00Z'), end: new Date('2027-04-30T22:00:00Z') };

const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//y//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]) => [
  'BEGIN:VEVENT',
  ...(lines.some((line) => line.startsWith('UID')) ? [] : ['UID:a@example.org']),
  'DTSTAMP:20270101T000000Z',
  ...lines,
  'END:VEVENT',
];

function expand(text: string) {
  const expanded = expandCalendar({ text, zone, window }, 20_000);
  if (!expanded.ok) return expanded.failure;
  return expanded.busy
    .map(({ start, end }) => `${start.toISOString().slice(0, 16)} ${end.toISOString().slice(0, 16)}`)
    .toSorted();
}
const times = (...lines: string[]) => expand(calendar(...event(...lines)));

describe('single entries', () => {
  it.each([
    ['UTC', ['DTSTART:20270310T090000Z', 'DTEND:20270310T100000Z'], '2027-03-10T09:00 2027-03-10T10:00'],
    [
      'a zone known by name, without its description',
      ['DTSTART;TZID=America/New_York:20270310T090000', 'DTEND;TZID=America/New_York:20270310T093000'],
      '2027-03-10T14:00 2027-03-10T14:30',
    ],
    [
      'a start and an end in different zones',
      ['DTSTART;TZID=Europe/Paris:20270310T090000', 'DTEND:20270310T093000Z'],
      '2027-03-10T08:00 2027-03-10T09:30',
    ],
    [
      'no zone: the provider’s',
      ['DTSTART:20270310T090000', 'DURATION:PT45M'],
      '2027-03-10T08:00 2027-03-10T08:45',
    ],
    [
      'a zone that nobody knows: the provider’s',
      ['DTSTART;TZID=Nowhere Time:20270310T090000', 'DURATION:PT1H'],
      '2027-03-10T08:00 2027-03-10T09:00',
    ],
    [
      'a day, from midnight to midnight where the provider lives, also when clocks change',
      ['DTSTART;VALUE=DATE:20270328', 'DTEND;VALUE=DATE:20270329'],
      '2027-03-27T23:00 2027-03-28T22:00',
    ],
    ['a day without an end', ['DTSTART;VALUE=DATE:20270310'], '2027-03-09T23:00 2027-03-10T23:00'],
    [
      'several days by their length',
      ['DTSTART;VALUE=DATE:20270310', 'DURATION:P3D'],
      '2027-03-09T23:00 2027-03-12T23:00',
    ],
    [
      'what began before the window and ends after it',
      ['DTSTART:20200101T000000Z', 'DTEND:20300101T000000Z'],
      '2027-02-28T23:00 2027-04-30T22:00',
    ],
    [
      'a time that clocks skip: the shift',
      ['DTSTART;TZID=Europe/Berlin:20270328T023000', 'DTEND:20270328T020000Z'],
      '2027-03-28T01:00 2027-03-28T02:00',
    ],
  ])('%s', (_what, lines, time) => {
    expect(times(...lines)).toEqual([time]);
  });

  it.each([
    ['transparent', ['DTSTART:20270310T090000Z', 'DTEND:20270310T100000Z', 'TRANSP:TRANSPARENT']],
    ['cancelled', ['DTSTART:20270310T090000Z', 'DTEND:20270310T100000Z', 'STATUS:cancelled']],
    ['without length', ['DTSTART:20270310T090000Z']],
    ['ending before they start', ['DTSTART:20270310T090000Z', 'DTEND:20270310T080000Z']],
    ['over', ['DTSTART:20270110T090000Z', 'DTEND:20270110T100000Z']],
    ['ending as the window begins', ['DTSTART:20270228T220000Z', 'DTEND:20270228T230000Z']],
    ['after the window', ['DTSTART:20270430T220000Z', 'DTEND:20270430T230000Z']],
  ])('those that are %s take no time', (_what, lines) => {
    expect(times(...lines)).toEqual([]);
  });

  it('a zone that only the file describes is followed', () => {
    const described = [
      'BEGIN:VTIMEZONE',
      'TZID:W. Europe Standard Time',
      'BEGIN:STANDARD',
      'DTSTART:16010101T030000',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:16010101T020000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
      'END:DAYLIGHT',
      'END:VTIMEZONE',
    ];
    const at = 'TZID=W. Europe Standard Time';
    const weekly = event(
      `DTSTART;${at}:20270322T090000`,
      `DTEND;${at}:20270322T100000`,
      'RRULE:FREQ=WEEKLY;COUNT=2',
    );
    const text = calendar(...described, ...weekly);
    const elsewhere = expandCalendar({ text, zone: 'Asia/Kathmandu', window });
    expect(elsewhere.ok && elsewhere.busy.map(({ start }) => start.toISOString())).toEqual([
      '2027-03-22T08:00:00.000Z',
      '2027-03-29T07:00:00.000Z',
    ]);
  });
});

describe('recurring entries', () => {
  const at9 = ['DTSTART;TZID=Europe/Berlin:20200106T090000', 'DTEND;TZID=Europe/Berlin:20200106T100000'];

  it('keep their time on the wall when clocks change, without those that are left out', () => {
    expect(
      times(
        ...at9,
        'RRULE:FREQ=WEEKLY;UNTIL=20270405T070000Z',
        'EXDATE;TZID=Europe/Berlin:20270308T090000',
        'EXDATE:20270315T080000Z',
      ),
    ).toEqual([
      '2027-03-01T08:00 2027-03-01T09:00',
      '2027-03-22T08:00 2027-03-22T09:00',
      '2027-03-29T07:00 2027-03-29T08:00',
      '2027-04-05T07:00 2027-04-05T08:00',
    ]);
    expect(times(...at9, 'RRULE:FREQ=WEEKLY;UNTIL=20270405T065959Z').at(-1)).toMatch(/^2027-03-29/);
    expect(times(...at9, 'RRULE:FREQ=WEEKLY;UNTIL=20270405').at(-1)).toMatch(/^2027-04-05/);
    expect(times(...at9, 'RRULE:FREQ=WEEKLY;UNTIL=20270404').at(-1)).toMatch(/^2027-03-29/);
  });

  it('count from their start, what is left out included', () => {
    const from = ['DTSTART:20270301T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=3'];
    expect(times(...from, 'EXDATE;VALUE=DATE:20270302')).toEqual([
      '2027-03-01T09:00 2027-03-01T10:00',
      '2027-03-03T09:00 2027-03-03T10:00',
    ]);
  });

  it('have more starts and periods', () => {
    expect(
      times(
        'DTSTART:20270301T090000Z',
        'DURATION:PT1H',
        'RDATE:20270303T120000Z,20270301T090000Z',
        'RDATE;VALUE=PERIOD:20270305T120000Z/PT15M,20270306T120000Z/20270306T130000Z',
      ),
    ).toContain('2027-03-05T12:00 2027-03-05T12:15');
  });

  it('of days follow the days of the provider', () => {
    expect(times('DTSTART;VALUE=DATE:20200327', 'RRULE:FREQ=YEARLY', 'EXDATE;VALUE=DATE:20280327')).toEqual([
      '2027-03-26T23:00 2027-03-27T23:00',
    ]);
  });

  it('are changed one by one: moved, also into the window, cancelled, made free', () => {
    const change = (of: string, ...lines: string[]) =>
      event(`RECURRENCE-ID;TZID=Europe/Berlin:${of}`, ...lines);
    const text = calendar(
      ...event(...at9, 'RRULE:FREQ=WEEKLY;UNTIL=20270601T000000Z'),
      ...change('20270301T090000', 'DTSTART:20270302T120000Z', 'DTEND:20270302T123000Z'),
      ...event(
        'RECURRENCE-ID:20270308T080000Z',
        'DTSTART:20270308T080000Z',
        'DURATION:PT1H',
        'STATUS:CANCELLED',
      ),
      ...change('20270315T090000', 'DTSTART:20270315T080000Z', 'DURATION:PT1H', 'TRANSP:TRANSPARENT'),
      ...change('20270531T090000', 'DTSTART:20270430T120000Z', 'DURATION:PT1H'),
    );
    expect(expand(text)).toEqual([
      '2027-03-02T12:00 2027-03-02T12:30',
      '2027-03-22T08:00 2027-03-22T09:00',
      '2027-03-29T07:00 2027-03-29T08:00',
      '2027-04-05T07:00 2027-04-05T08:00',
      '2027-04-12T07:00 2027-04-12T08:00',
      '2027-04-19T07:00 2027-04-19T08:00',
      '2027-04-26T07:00 2027-04-26T08:00',
      '2027-04-30T12:00 2027-04-30T13:00',
    ]);
  });

  it('are changed from one on', () => {
    const text = calendar(
      ...event('DTSTART:20270301T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=4'),
      ...event(
        'RECURRENCE-ID;RANGE=THISANDFUTURE:20270303T090000Z',
        'DTSTART:20270303T100000Z',
        'DURATION:PT2H',
      ),
    );
    expect(expand(text)).toEqual([
      '2027-03-01T09:00 2027-03-01T10:00',
      '2027-03-02T09:00 2027-03-02T10:00',
      '2027-03-03T10:00 2027-03-03T12:00',
      '2027-03-04T10:00 2027-03-04T12:00',
    ]);
  });
});

it('tells our own bookings, and published free and busy times', () => {
  const id = '01900000-0000-7000-8000-000000000001';
  const text = calendar(
    ...event(`UID:${id}@consilia`, 'DTSTART:20270310T090000Z', 'DURATION:PT1H'),
    'BEGIN:VFREEBUSY',
    'FREEBUSY;FBTYPE=BUSY:20270311T090000Z/PT1H,20270312T090000Z/20270312T100000Z',
    'FREEBUSY;FBTYPE=FREE:20270313T090000Z/PT1H',
    'END:VFREEBUSY',
  );
  const expanded = expandCalendar({ text, zone, window });
  expect(expanded.ok && expanded.busy.map(({ bookingId }) => bookingId)).toEqual([id, null, null]);
});

describe('files that nobody wrote for a person', () => {
  it.each([
    ['nothing', ''],
    ['a page', '<!doctype html><p>Sign in</p>'],
    ['a calendar that does not end', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n'],
    ['lines without a colon', 'BEGIN:VCALENDAR\r\nx\r\nEND:VCALENDAR\r\n'],
    ['a word', 'BEGIN:VCALENDARS'],
  ])('%s is no calendar', (_what, text) => {
    expect(expand(text)).toBe('no_calendar');
  });

  it('what cannot be understood is counted, and the rest still holds', () => {
    const text = calendar(
      ...event('SUMMARY:no start'),
      ...event('DTSTART:tomorrow', 'DTEND:20270310T100000Z'),
      ...event('DTSTART:20270310T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=SOMETIMES'),
      ...event('DTSTART:20270310T090000Z', 'DURATION:PT1H', 'SUMMARY:\u0000\u0000'),
    );
    const expanded = expandCalendar({ text: `\uFEFF${text}`, zone, window });
    expect(expanded).toMatchObject({ ok: true, skipped: 3 });
    expect(expanded.ok && expanded.busy).toHaveLength(1);
  });

  it.each([
    ['a second for ever', 'RRULE:FREQ=SECONDLY'],
    [
      'every second of each day',
      'RRULE:FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10;BYMINUTE=1,2,3,4,5,6,7,8,9;BYSECOND=1,2,3,4,5,6,7,8,9',
    ],
  ])('%s is too much', (_what, rule) => {
    expect(times('DTSTART:20200101T090000Z', 'DURATION:PT1S', rule)).toBe('too_complex');
  });

  it('too many entries are too much', () => {
    const one = event('DTSTART:20270310T090000Z', 'DURATION:PT1H').join('\r\n');
    expect(expand(calendar(...Array.from({ length: 20_001 }, () => one)))).toBe('too_complex');
  });

  it('nested a thousand deep it is read and holds nothing', () => {
    const begin = Array.from({ length: 1000 }, () => 'BEGIN:VEVENT');
    const end = Array.from({ length: 1000 }, () => 'END:VEVENT');
    expect(expand(calendar(...begin, ...end))).toEqual([]);
  });
});
