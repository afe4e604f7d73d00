import { expect, it } from 'vitest';
import { newId } from '@/lib/shared/ids';
import { holdSchema } from './schema';

const serviceId = newId();

it.each([
  ['2027-01-04T10:00:00Z', true],
  ['2000-01-01T00:00:00Z', true],
  ['2200-12-31T23:59:59Z', true],
  ['2201-01-01T00:00:00Z', false],
  ['1999-12-31T23:59:59Z', false],
  ['0000-01-01T00:00:00Z', false],
  ['9999-12-31T23:59:59-23:59', false],
  ['2027-02-30T10:00:00Z', false],
  ['tomorrow', false],
])('a hold from %s: %s', (start, isFine) => {
  const parsed = holdSchema.safeParse({ serviceId, start });
  expect(parsed.success).toBe(isFine);
  if (!isFine) expect(parsed.error?.issues.map(({ message }) => message)).toContain('common.invalidDate');
});
