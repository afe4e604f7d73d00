import { expect, it } from 'vitest';
import { db } from '@/lib/server/db/client';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { blockTime } from './block-time';

it('a block that ends within a repeated hour covers both passes, as hours do', async () => {
  const claire = await makeSpecialist();
  const input = { date: '2027-10-31', lastDate: '2027-10-31', startMinute: 60, endMinute: 150, title: null };
  expect(await blockTime(claire.actor, input)).toMatchObject({ ok: true });
  const taken = await db().occupancy.findFirstOrThrow({ where: { specialistId: claire.providerId } });
  // Clocks show 02:30 a second time at 01:30 UTC; hours until 02:30 end there.
  expect(taken.endsAt.toISOString()).toBe('2027-10-31T01:30:00.000Z');
});
