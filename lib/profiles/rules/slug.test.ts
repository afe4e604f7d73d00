import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSlug, slugOf } from '@/lib/profiles/rules/slug';

test.each([
  ['Anna Müller', 'anna-mueller'],
  ['Élodie Lefèvre-Brün', 'elodie-lefevre-bruen'],
  ['Jean d’Arc', 'jean-darc'],
  ['Пётр Щербаков', 'petr-shcherbakov'],
  ['Юлия Объедкова', 'yuliya-obedkova'],
  ['Олексій Їжак', 'oleksiy-yizhak'],
  ['Łukasz Øster & Co.', 'lukasz-oster-co'],
  ['Praxis 24', 'praxis-24'],
  ['李', 'advisor'],
  ['  ', 'advisor'],
  ['Li', 'advisor-li'],
])('%s becomes %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

test('a letter with its accent apart is the same letter', () => {
  expect(slugOf('Mu\u0308ller')).toBe('mueller');
  expect(slugOf('Сергеи\u0306')).toBe('sergey');
});

test('a suffix stays, however long the name', () => {
  expect(slugOf('Anna Müller', 2)).toBe('anna-mueller-2');
  expect(slugOf(`${'a'.repeat(56)} bcdef`, 12)).toBe(`${'a'.repeat(56)}-12`);
});

test('whatever the name, the address is a good one', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.option(fc.integer({ min: 2, max: 9999 })),
      (name, suffix) => {
        expect(slugOf(name, suffix ?? undefined)).toSatisfy(isSlug);
      },
    ),
  );
});

test.each(['', 'ab', 'A-b-c', '-abc', 'abc-', 'a--b', 'a b c', 'a'.repeat(61), 'абв', 'a/b/c', 'a.b.c'])(
  '%s is none',
  (text) => {
    expect(isSlug(text)).toBe(false);
  },
);
