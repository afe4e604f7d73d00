import { describe, expect, it } from 'vitest';
import { foldWords } from './fold-words';

describe('foldWords', () => {
  it.each([
    ['Thérapie de couple', 'therapie de couple'],
    ['Schlafstörungen, Groß', 'schlafstorungen gross'],
    ['Ещё «Семья»', 'еще семья'],
    ['ŒUVRE  &  Łódź', 'oeuvre lodz'],
    ['  …  ', ''],
    ['!! ?', ''],
    ['пcихoлог', 'психолог'],
    ['ПРABO', 'право'],
    ['coаching Lаw', 'coaching law'],
    ['сон son', 'сон son'],
    ['жw', 'жw'],
  ])('%s', (text, folded) => expect(foldWords(text)).toBe(folded));

  it('leaves folded text as it is', () => {
    const once = foldWords('Café Ñandú 2× пcихoлог ЗАГC');
    expect(foldWords(once)).toBe(once);
  });
});
