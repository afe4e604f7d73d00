import { afterEach, describe, expect, it } from 'vitest';
import { anonymous } from '@/lib/access/actor';
import { db } from '@/lib/server/db/client';
import { addLocalDays, localDate } from '@/lib/shared/time';
import { makeSpecialist, type SeededProvider } from '@/prisma/seed/factories/providers';
import { removeExceptions, setExceptions } from './change-exceptions';
import { ownPost } from './own-post';
import { listExceptions } from './repository';
import { exceptionSchema } from './schema';

const zone = 'Pacific/Kiritimati';
const today = () => localDate(new Date(), zone);
const day = (days: number) => addLocalDays(today(), days);
const make = () => makeSpecialist({ provider: { timeZone: zone } });
const stored = (provider: SeededProvider) =>
  listExceptions(db(), ownPost(provider.providerId), { from: '2000-01-01', limit: 1000 });
const input = (fields: Record<string, unknown>) => exceptionSchema.parse({ kind: 'closed', ...fields });
const evening = {
  'range-0-start': '18:00',
  'range-0-end': '01:00',
  'range-0-price': '90',
  'range-0-channels': ['in_person'],
};
const eveningRange = {
  startMinute: 1080,
  endMinute: 1500,
  terms: { priceAmount: 9000, channels: ['in_person'] },
};

afterEach(() => db().clockOffset.update({ where: { id: 1 }, data: { milliseconds: 0 } }));

describe('days that are different', () => {
  it('are kept as they were said, each day once, of the actor alone', async () => {
    const [claire, other] = [await make(), await make()];
    expect((await setExceptions(claire.actor, input({ first: day(0), last: day(2) }))).ok).toBe(true);
    const changed = input({ first: day(2), kind: 'replaced', ...evening });
    expect((await setExceptions(claire.actor, changed)).ok).toBe(true);
    expect(await stored(claire)).toEqual([
      { date: day(0), kind: 'closed' },
      { date: day(1), kind: 'closed' },
      { date: day(2), kind: 'replaced', ranges: [eveningRange] },
    ]);
    expect(await stored(other)).toEqual([]);
  });

  it('follow the week again when they are removed', async () => {
    const claire = await make();
    await setExceptions(claire.actor, input({ first: day(1), last: day(4), kind: 'extra', ...evening }));
    expect((await removeExceptions(claire.actor, { first: day(2), last: day(3) })).ok).toBe(true);
    expect((await stored(claire)).map(({ date }) => date)).toEqual([day(1), day(4)]);
    expect(await db().exceptionRange.count({ where: { exception: ownPost(claire.providerId) } })).toBe(2);
  });

  it.each([
    ['a day that is over where the provider lives', { first: -1 }, 'first', 'availability.datePast'],
    ['a last day before the first', { first: 3, last: 2 }, 'last', 'availability.datesReversed'],
    ['more than a year', { first: 0, last: 366 }, 'last', 'availability.tooManyDays'],
    ['what lies too far ahead', { first: 732, last: 732 }, 'last', 'availability.tooManyDays'],
  ] as const)('refuses %s', async (_what, { first, ...rest }, field, code) => {
    const claire = await make();
    const last = 'last' in rest ? { last: day(rest.last) } : {};
    expect(await setExceptions(claire.actor, input({ first: day(first), ...last }))).toMatchObject({
      error: { fields: { [field]: code } },
    });
    expect(await stored(claire)).toEqual([]);
  });

  it('takes a whole year at once', async () => {
    const claire = await make();
    expect((await setExceptions(claire.actor, input({ first: day(0), last: day(365) }))).ok).toBe(true);
    expect(await stored(claire)).toHaveLength(366);
  });

  it('refuses other hours that name none, or that overlap, and keeps what was', async () => {
    const claire = await make();
    await setExceptions(claire.actor, input({ first: day(1) }));
    const none = input({ first: day(1), kind: 'replaced' });
    expect(await setExceptions(claire.actor, none)).toMatchObject({
      error: { fields: { 'range-0-start': 'availability.rangeMissing' } },
    });
    const more = { 'range-1-start': '00:30', 'range-1-end': '19:00' };
    const overlapping = input({ first: day(1), kind: 'extra', ...evening, ...more });
    expect(await setExceptions(claire.actor, overlapping)).toMatchObject({
      error: { fields: { 'range-0-start': 'availability.rangesOverlap' } },
    });
    expect(await stored(claire)).toEqual([{ date: day(1), kind: 'closed' }]);
  });

  it('said by two at once are one of both', async () => {
    const claire = await make();
    const days = { first: day(0), last: day(30) };
    const open = input({ ...days, kind: 'extra', ...evening });
    const both = await Promise.all([
      setExceptions(claire.actor, input(days)),
      setExceptions(claire.actor, open),
    ]);
    expect(both.every((result) => result.ok)).toBe(true);
    expect(new Set((await stored(claire)).map(({ kind }) => kind)).size).toBe(1);
  });

  it('are not for visitors', async () => {
    expect(await setExceptions(anonymous, input({ first: day(1) }))).toMatchObject({
      error: { code: 'common.notFound' },
    });
  });
});
