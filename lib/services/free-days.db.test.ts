import { expect, it } from 'vitest';
import { addLocalDays, localDate } from '@/lib/shared/time';
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
