import { expect, it } from 'vitest';
import { expandApart } from './expand-apart';

it('a calendar that spells one zone in thousands of ways does not fill the memory of the worker', async () => {
  const letters = 'america/argentina/comodrivadavia'.split('');
  const spelling = (number: number) =>
    letters.map((letter, index) => ((number >> index) & 1 ? letter.toUpperCase() : letter)).join('');
  const events = Array.from(
    { length: 8000 },
    (_, number) =>
      `BEGIN:VEVENT\r\nUID:${number}\r\nDTSTART;TZID=${spelling(number)}:20270310T090000\r\nDURATION:PT1H\r\nEND:VEVENT\r\n`,
  );
  const text = `BEGIN:VCALENDAR\r\n${events.join('')}END:VCALENDAR\r\n`;
  expect(text.length).toBeLessThan(5_000_000);
  const before = process.memoryUsage().rss;
  const window = { start: new Date('2027-03-01T00:00:00Z'), end: new Date('2028-03-01T00:00:00Z') };
  const answer = await expandApart({ text, zone: 'Europe/Berlin', window });
  const grown = Math.round((process.memoryUsage().rss - before) / 1e6);
  expect({ answer: answer.ok, isSmall: grown < 300, grown }).toMatchObject({ isSmall: true });
});
