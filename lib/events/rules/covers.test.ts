import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { coverAddress, covers } from './covers';

it.each(covers)('%s is a drawing that is there', (cover) => {
  expect(existsSync(`public${coverAddress(cover)}`)).toBe(true);
});
