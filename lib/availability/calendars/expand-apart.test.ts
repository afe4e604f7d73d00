import { expect, it, vi } from 'vitest';
import { log } from '@/lib/server/log';
import { expandApart } from './expand-apart';

const window = { start: new Date('2027-03-01T00:00:00Z'), end: new Date('2027-05-01T00:00:00Z') };

function calendar(rule: string) {
  const lines = ['DTSTART:20270310T090000Z', 'DURATION:PT1H', rule, 'UID:a'];
  const text = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
  return { text, zone: 'Europe/Berlin', window };
}

it('ends what never comes back, and reads the next', { timeout: 30_000 }, async () => {
  const warned = vi.spyOn(log, 'warn').mockImplementation(() => {});
  const good = calendar('RRULE:FREQ=DAILY;COUNT=2');
  for (const asked of [good, good])
    expect(await expandApart(asked)).toMatchObject({ ok: true, busy: { length: 2 } });
  const endless = calendar('RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30');
  const both = [expandApart(endless, 300), expandApart(good)];
  expect(await Promise.all(both)).toMatchObject([
    { ok: false, failure: 'too_complex' },
    { ok: true, busy: { length: 2 } },
  ]);
  expect(warned).toHaveBeenCalledTimes(1);
});
