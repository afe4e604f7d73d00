import { expect, it } from 'vitest';
import { possibleMeasures, standingAfter } from './standing';

it.each([
  ['draft', ['warned', 'suspended', 'closed']],
  ['published', ['warned', 'suspended', 'closed']],
  ['suspended', ['warned', 'reopened', 'closed']],
  ['closed', []],
] as const)('an account that is %s can be %j', (status, kinds) => {
  expect(possibleMeasures(status)).toEqual(kinds);
});

it('a warning leaves everything as it is, and a reopened profile is a draft', () => {
  expect(standingAfter('warned', 'published')).toBe('published');
  expect(standingAfter('warned', 'suspended')).toBe('suspended');
  expect(standingAfter('reopened', 'suspended')).toBe('draft');
  expect(standingAfter('closed', 'suspended')).toBe('closed');
});
