import { expect, it } from 'vitest';
import { changeWeek } from '@/lib/availability/change-week';
import type { OwnTerms } from '@/lib/availability/rules/terms';
import { addLocalDays, localDate, weekdays } from '@/lib/shared/time';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { readFreeDays } from './free-days';

const zone = 'Asia/Kathmandu';

it.each(['9999-12-31', '9999-12-28', '2200-01-01', '0001-01-01', undefined])(
  'days from %s lie between today and the horizon',
  async (from) => {
    const { serviceIds } = await makeSpecialist({ services: [{ horizonDays: 10 }] });
    const answer = await readFreeDays({ serviceId: serviceIds[0] ?? '', zone, from, days: 31 });
    if (!answer.ok) throw new Error(answer.error.code);
    const today = localDate(new Date(), zone);
    expect(answer.value.from >= today).toBe(true);
    expect(answer.value.from <= addLocalDays(today, 13)).toBe(true);
    expect(answer.value.slots.length > 0).toBe(!from?.startsWith('9') && !from?.startsWith('2'));
  },
);

it('a time brings its price and ways to meet where they are not the service’s', async () => {
  const { actor, serviceIds } = await makeSpecialist({
    services: [{ priceAmount: 12_000, channels: ['video', 'voice'], noticeMinutes: 0 }],
  });
  const ask = async () => {
    const answer = await readFreeDays({ serviceId: serviceIds[0] ?? '', zone, days: 7 });
    return answer.ok ? answer.value.slots : [];
  };
  const open = (terms?: OwnTerms) =>
    changeWeek(actor, {
      week: weekdays.map((weekday) => ({
        weekday,
        startMinute: 0,
        endMinute: 1440,
        ...(terms && { terms }),
      })),
    });
  await open();
  expect((await ask())[0]).toEqual({ start: expect.any(String) });
  await open({ priceAmount: 21_000, channels: ['voice', 'video'] });
  expect((await ask())[0]).toEqual({ start: expect.any(String), priceAmount: 21_000 });
  await open({ priceAmount: 12_000, channels: ['voice'] });
  expect((await ask())[0]).toEqual({ start: expect.any(String), channels: ['voice'] });
});

it('whoever asks while it is read shares an answer that begins afterwards; whoever asks later gets a new one', async () => {
  const { actor, serviceIds } = await makeSpecialist();
  const ask = (days: number) => readFreeDays({ serviceId: serviceIds[0] ?? '', zone, days });
  const [one, next, same, other] = await Promise.all([ask(7), ask(7), ask(7), ask(8)]);
  expect(next).not.toBe(one);
  expect(next).toEqual(one);
  expect(same).toBe(next);
  expect(other).not.toEqual(one);
  expect(one).toMatchObject({ ok: true });
  await changeWeek(actor, { week: [] });
  const later = await ask(7);
  expect(later).toMatchObject({ ok: true, value: { slots: [] } });
  expect(one).not.toEqual(later);
});
