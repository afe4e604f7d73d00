import { expect, it } from 'vitest';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { addSource } from './add-source';
import { sourceSchema } from './schema';

it('an address that is too long once it is written out is a mistake in the form, not an error of ours', async () => {
  const claire = await makeSpecialist();
  // 1900 characters as typed, nine times as many as an address.
  let seed = 1;
  const next = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return String.fromCodePoint(0x4e00 + (seed % 20_000));
  };
  const path = Array.from({ length: 1900 }, next).join('');
  const form = { name: 'Work', address: `https://calendar.example.org/${path}` };
  const input = sourceSchema.safeParse(form);
  const answer = input.success ? await addSource(claire.actor, input.data) : { ok: false };
  expect(answer).toMatchObject({ ok: false });
});
