import { expect, test } from 'vitest';
import { addressLines, mapAddress, practiceAddressOf, practiceColumnsOf } from './practice-address';

const berlin = { street: 'Lindenstr. 1', postalCode: '10969', city: 'Berlin', country: 'DE' };

test.each([
  ['fr', 'Allemagne'],
  ['ru', 'Германия'],
  ['de', 'Deutschland'],
  ['en', 'Germany'],
])('the country stands in the reader’s language, %s', (locale, country) => {
  expect(addressLines(berlin, locale)).toEqual(['Lindenstr. 1', '10969 Berlin', country]);
});

test('a place without postal codes is written without one', () => {
  const dubai = { street: 'Al Wasl Road 5', postalCode: null, city: 'Dubai', country: 'AE' };
  expect(addressLines(dubai, 'en')).toEqual(['Al Wasl Road 5', 'Dubai', 'United Arab Emirates']);
});

test('the map is asked for what is written, whatever letters it holds', () => {
  expect(mapAddress(['Rue de l’Été 3 & 5', 'Genève'])).toBe(
    'https://www.openstreetmap.org/search?query=Rue%20de%20l%E2%80%99%C3%89t%C3%A9%203%20%26%205%2C%20Gen%C3%A8ve',
  );
});

test('columns and address say the same', () => {
  expect(practiceAddressOf(practiceColumnsOf(berlin))).toEqual(berlin);
  expect(practiceAddressOf(practiceColumnsOf(null))).toBeNull();
});
