import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readPageZone, readReaderZone } from './reader-zone';

const reader = vi.hoisted(() => ({ cookie: '', account: null as string | null }));
vi.mock('next/headers', () => ({ cookies: async () => ({ get: () => ({ value: reader.cookie }) }) }));
vi.mock('@/lib/server/session/current', () => ({
  currentActor: async () =>
    reader.account ? { kind: 'account', timeZone: reader.account } : { kind: 'anonymous' },
}));

beforeEach(() => Object.assign(reader, { cookie: '', account: null }));

describe('the zone of a page', () => {
  it.each([
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
    ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ])('is found under the name that the list has, also when a browser says %s', async (said, listed) => {
    expect(await readPageZone(said, 'UTC')).toEqual({ zone: listed, isGuess: false });
    expect(await readReaderZone(said)).toBe(listed);
    reader.cookie = said;
    expect(await readPageZone(undefined, 'UTC')).toEqual({ zone: listed, isGuess: false });
    reader.account = said;
    expect(await readPageZone(undefined, 'UTC')).toEqual({ zone: listed, isGuess: false });
  });

  it('is the account’s before the browser’s, and a guess when nothing says one', async () => {
    expect(await readPageZone('Mars/Base', 'Europe/Paris')).toEqual({ zone: 'Europe/Paris', isGuess: true });
    Object.assign(reader, { cookie: 'Asia/Calcutta', account: 'Europe/Berlin' });
    expect(await readPageZone(undefined, 'UTC')).toEqual({ zone: 'Europe/Berlin', isGuess: false });
  });
});
