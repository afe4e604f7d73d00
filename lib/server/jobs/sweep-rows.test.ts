import { expect, test, vi } from 'vitest';
import { log } from '@/lib/server/log';
import { reportFailures, sweepRows } from './sweep-rows';

vi.spyOn(log, 'error').mockImplementation(() => {});

const rows = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }));
const next = async (seen: string[]) => rows.filter(({ id }) => !seen.includes(id)).slice(0, 2);

test('a row that fails holds up no other, not even when it stays the first in the queue', async () => {
  const done: string[] = [];
  const failed = await sweepRows({
    name: 'test',
    next,
    handle: async ({ id }) => {
      if (id === 'a' || id === 'c') throw new Error('broken');
      done.push(id);
    },
  });
  expect(done).toEqual(['b', 'd', 'e']);
  expect(failed).toBe(2);
});

test('a row that stays due is handled once a sweep', async () => {
  let calls = 0;
  expect(await sweepRows({ name: 'test', next, handle: async () => (calls += 1) })).toBe(0);
  expect(calls).toBe(rows.length);
});

test('failures are reported at the end', () => {
  expect(() => reportFailures('test', 0)).not.toThrow();
  expect(() => reportFailures('test', 2)).toThrow('test: 2 rows failed');
});
