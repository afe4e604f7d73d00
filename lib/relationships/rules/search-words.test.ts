import { expect, it } from 'vitest';
import { searchWords } from './search-words';

it.each([
  ['', []],
  ['  Marina   López ', ['Marina', 'López']],
  ['— %', []],
  ["O'Neil 50%", ["O'Neil", '50%']],
  ['a b c d e f', ['a', 'b', 'c', 'd', 'e']],
])('%j asks for %j', (query, words) => {
  expect(searchWords(query)).toEqual(words);
});
