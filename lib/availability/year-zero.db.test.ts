import { expect, it } from 'vitest';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { removeExceptions } from './change-exceptions';
import { exceptionDaysSchema } from './schema';

it('days of the year 0 are taken back without an error of ours', async () => {
  const claire = await makeSpecialist();
  const input = exceptionDaysSchema.safeParse({ first: '0000-01-01', last: '' });
  if (input.success) expect((await removeExceptions(claire.actor, input.data)).ok).toBeTypeOf('boolean');
});
