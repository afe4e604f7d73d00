import { expect, it } from 'vitest';
import { canonicalZone } from './time-zones';

it('a zone has one name, however its letters are written', () => {
  const letters = 'america/argentina/comodrivadavia'.split('');
  // Anybody may write them in an address or a cookie; each name that is kept costs some 90 kB for ever.
  const spelling = (number: number) =>
    letters.map((letter, index) => ((number >> index) & 1 ? letter.toUpperCase() : letter)).join('');
  const names = new Set(Array.from({ length: 64 }, (_, number) => canonicalZone(spelling(number))));
  expect(names.size).toBe(1);
});
