import { expect, it } from 'vitest';
import { anonymous } from '@/lib/access/actor';
import { db } from '@/lib/server/db/client';
import type { Weekday } from '@/lib/shared/time';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { changeWeek } from './change-week';

const week = [
  { weekday: 1 as Weekday, startMinute: 540, endMinute: 720 },
  { weekday: 7 as Weekday, startMinute: 1320, endMinute: 1530 },
];
const stored = (providerId: string) =>
  db().weeklyRange.findMany({
    where: { providerId },
    select: { weekday: true, startMinute: true, endMinute: true },
    orderBy: { weekday: 'asc' },
  });

it('replaces the whole week, of the actor alone', async () => {
  const [claire, other] = [await makeSpecialist(), await makeSpecialist()];
  expect((await changeWeek(claire.actor, { week })).ok).toBe(true);
  expect(await stored(claire.providerId)).toEqual(week);
  expect(await stored(other.providerId)).toHaveLength(7);
  expect((await changeWeek(claire.actor, { week: [] })).ok).toBe(true);
  expect(await stored(claire.providerId)).toEqual([]);
});

it('names the day that holds too much, and changes nothing', async () => {
  const claire = await makeSpecialist();
  const many = Array.from({ length: 13 }, (_, index) => ({
    weekday: 3 as Weekday,
    startMinute: index * 60,
    endMinute: index * 60 + 30,
  }));
  expect(await changeWeek(claire.actor, { week: many })).toMatchObject({
    error: { fields: { 'day-3-0-start': 'availability.tooManyRanges' } },
  });
  expect(await stored(claire.providerId)).toHaveLength(7);
});

it('is not for visitors', async () => {
  expect(await changeWeek(anonymous, { week })).toMatchObject({ error: { code: 'common.notFound' } });
});
