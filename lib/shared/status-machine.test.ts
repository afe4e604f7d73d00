import { expect, test } from 'vitest';
import { defineMachine } from '@/lib/shared/status-machine';

const door = defineMachine({
  statuses: ['open', 'closed', 'locked'],
  actors: ['guest', 'host'],
  transitions: {
    close: { from: ['open'], to: 'closed', by: ['guest', 'host'] },
    lock: { from: ['closed', 'open'], to: 'locked', by: ['host'], timer: 'night', effects: ['turnKey'] },
  },
});

test('moves as the table says', () => {
  expect(door.next('open', 'close', 'guest')).toEqual({ ok: true, value: 'closed' });
  expect(door.next('closed', 'lock', 'host')).toEqual({ ok: true, value: 'locked' });
  expect(door.canTransition('open', 'lock', 'host')).toBe(true);
});

test('a stranger to the transition is forbidden, whatever the status', () => {
  expect(door.next('locked', 'lock', 'guest')).toMatchObject({
    ok: false,
    error: { code: 'common.forbidden' },
  });
});

test('the right actor at the wrong status meets a conflict', () => {
  expect(door.next('locked', 'close', 'host')).toEqual({
    ok: false,
    error: { code: 'common.conflict', details: { transition: 'close', status: 'locked' } },
  });
  expect(door.canTransition('closed', 'close', 'host')).toBe(false);
});
