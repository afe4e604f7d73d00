import { expect, it } from 'vitest';
import { pickVaried } from './pick-varied';

const of = (...fields: string[]) => fields.map((field, id) => ({ id, specialities: [field] }));
const ids = (list: { id: number }[]) => list.map(({ id }) => id);

it('takes one of each speciality before a second one, and keeps the order', () => {
  expect(ids(pickVaried(of('law', 'law', 'sleep', 'career'), 3))).toEqual([0, 2, 3]);
  expect(ids(pickVaried(of('law', 'law', 'sleep'), 3))).toEqual([0, 1, 2]);
  expect(ids(pickVaried(of('law', 'law', 'law', 'sleep'), 3))).toEqual([0, 1, 3]);
  expect(pickVaried([], 3)).toEqual([]);
});
