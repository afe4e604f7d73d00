import { expect, it } from 'vitest';
import { anonymous } from '@/lib/access/actor';
import { db } from '@/lib/server/db/client';
import { isConstraintViolation } from '@/lib/server/db/errors';
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

it('refuses overlapping hours at the row of the later ones, and keeps what was', async () => {
  const claire = await makeSpecialist();
  const monday = (startMinute: number, endMinute: number) => ({
    weekday: 1 as Weekday,
    startMinute,
    endMinute,
  });
  expect(await changeWeek(claire.actor, { week: [monday(540, 720), monday(660, 1080)] })).toMatchObject({
    error: { fields: { 'day-1-1-start': 'availability.rangesOverlap' } },
  });
  expect(await stored(claire.providerId)).toHaveLength(7);
});

it('is as one of several saves at the same moment says, never a mixture', async () => {
  const claire = await makeSpecialist();
  const weeks = [0, 1, 2, 3, 4, 5, 6, 7].map((hour) => [
    { weekday: 1 as Weekday, startMinute: hour * 60, endMinute: hour * 60 + 30 },
    { weekday: 2 as Weekday, startMinute: hour * 60, endMinute: hour * 60 + 30 },
  ]);
  for (let round = 0; round < 3; round += 1) {
    const saved = await Promise.all(weeks.map((each) => changeWeek(claire.actor, { week: each })));
    expect(saved.every((result) => result.ok)).toBe(true);
    expect(weeks).toContainEqual(await stored(claire.providerId));
  }
});

it.each([
  ['on one day', 1, 540, 1, 719],
  ['over midnight', 2, 1320, 3, 30],
  ['from Sunday into Monday', 7, 1320, 1, 30],
])('the database refuses overlapping hours %s', async (_where, weekday, startMinute, later, laterMinute) => {
  const { providerId } = await makeSpecialist({ ranges: [] });
  const own = { providerId, specialistId: providerId };
  const rows = [
    { ...own, weekday, startMinute, endMinute: startMinute + 180 },
    { ...own, weekday: later, startMinute: laterMinute, endMinute: laterMinute + 60 },
  ];
  await expect(db().weeklyRange.createMany({ data: rows })).rejects.toSatisfy((error) =>
    isConstraintViolation(error, 'weekly_range_no_overlap'),
  );
});

it('is not for visitors', async () => {
  expect(await changeWeek(anonymous, { week })).toMatchObject({ error: { code: 'common.notFound' } });
});
