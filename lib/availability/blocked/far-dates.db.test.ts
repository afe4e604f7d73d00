import { expect, it } from 'vitest';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { blockSchema } from '../schema';
import { blockTime } from './block-time';

it('a block on the last day of the calendar is refused, and is no error of ours', async () => {
  const claire = await makeSpecialist();
  const form = { date: '9999-12-31', startTime: '10:00', lastDate: '', endTime: '24:00', title: '' };
  const input = blockSchema.safeParse(form);
  const answer = input.success ? await blockTime(claire.actor, input.data) : { ok: false };
  expect(answer).toMatchObject({ ok: false });
});

it('a block in a year that nobody plans for is refused like exceptions there are', async () => {
  const claire = await makeSpecialist();
  const form = { date: '8000-05-05', startTime: '10:00', lastDate: '', endTime: '11:00', title: '' };
  const input = blockSchema.safeParse(form);
  const answer = input.success ? await blockTime(claire.actor, input.data) : { ok: false };
  expect(answer).toMatchObject({ ok: false });
});
