import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClientRow } from '@/lib/relationships/types';
import { clientPage } from './client-page';

const names = ['Zoé 100% Lang', 'anna Berg', 'Élodie Marchand', 'Анна Смирнова', 'Marina López', 'Eva Öz'];
const clients = names.map((name, index) => ({ id: `id-${index}`, name }));
const all = { query: '', after: '', locale: 'en', limit: 25 };
const found = (query: string) => clientPage(clients, { ...all, query }).items.map(({ name }) => name);

describe('clients by name', () => {
  it.each([
    ['elodie', ['Élodie Marchand']],
    ['ÉLODIE march', ['Élodie Marchand']],
    ['анна', ['Анна Смирнова']],
    ['  lopez   marina ', ['Marina López']],
    ['100%', ['Zoé 100% Lang']],
    ['oz', ['Eva Öz']],
    ['marina anna', []],
    ['foreign', []],
  ])('%j finds %j', (query, expected) => {
    expect(found(query)).toEqual(expected);
  });

  it.each(['', '  ', '%', '— ?'])('%j asks for nobody in particular', (query) => {
    expect(found(query)).toHaveLength(names.length);
  });

  it('stand in the order of the language, accents and capitals aside', () => {
    expect(found('')).toEqual([
      'anna Berg',
      'Élodie Marchand',
      'Eva Öz',
      'Marina López',
      'Zoé 100% Lang',
      'Анна Смирнова',
    ]);
  });

  it('come page by page without gap or double, also where names are the same', () => {
    const name = fc.constantFrom('Same Name', 'same name', 'Élodie', 'Elodie', 'Анна', 'b');
    fc.assert(
      fc.property(fc.array(name, { maxLength: 30 }), fc.integer({ min: 1, max: 7 }), (given, limit) => {
        const rows: ClientRow[] = given.map((each, index) => ({ id: `id-${index}`, name: each }));
        const seen: string[] = [];
        let after: string | null = '';
        while (after !== null) {
          const page: ReturnType<typeof clientPage> = clientPage(rows, { ...all, after, limit });
          seen.push(...page.items.map(({ id }) => id));
          after = page.nextCursor;
        }
        expect(seen).toEqual(clientPage(rows, { ...all, limit: 100 }).items.map(({ id }) => id));
        expect(new Set(seen).size).toBe(rows.length);
      }),
    );
  });

  it.each(['x', Buffer.from('[1]').toString('base64url'), 'a'.repeat(600)])(
    'begin anew with the damaged cursor %j',
    (after) => {
      expect(clientPage(clients, { ...all, after }).items).toHaveLength(names.length);
    },
  );
});
