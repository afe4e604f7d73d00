import { expect, it } from 'vitest';
import { withoutSmallWords } from './small-words';

it.each([
  ['ein vertrag', 'vertrag'],
  ['divorce avec des enfants', 'divorce enfants'],
  ['развод с детьми', 'развод детьми'],
  ['a contract', 'contract'],
  ['mit', 'mit'],
  ['я', 'я'],
  ['', ''],
])('%s is searched as %s', (typed, searched) => {
  expect(withoutSmallWords(typed.split(' ')).join(' ')).toBe(searched);
});
