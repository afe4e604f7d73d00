import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likelyWords, typingErrors } from './typing-errors';

describe('likelyWords', () => {
  it.each([
    ['психалог', 'психолог'],
    ['психолга', 'психолог'],
    ['юрсит', 'юрист'],
    ['юристы', 'юрист'],
    ['розвод', 'развод'],
    ['дитолог', 'диетолог'],
    ['депресия', 'депрессия'],
    ['зависемость', 'зависимость'],
    ['divroce', 'divorce'],
    ['avocta', 'avocat'],
    ['someil', 'sommeil'],
    ['angoise', 'angoisse'],
    ['phsychologue', 'psychologue'],
    ['scheidnug', 'scheidung'],
    ['ernehrung', 'ernahrung'],
    ['anwallt', 'anwalt'],
    ['abhangikeit', 'abhangigkeit'],
    ['anxeity', 'anxiety'],
    ['laywer', 'lawyer'],
    ['sleap', 'sleep'],
    ['psycologist', 'psychologist'],
  ])('%s meant %s', (typed, meant) => expect(likelyWords(typed, [meant], 5)).toEqual([meant]));

  it.each([
    ['scheidung', 'entscheidung'],
    ['юрист', 'турист'],
    ['развод', 'развитие'],
    ['xylophone', 'telephone'],
    ['psychologie', 'psychiatrie'],
    ['son', 'sot'],
  ])('%s did not mean %s', (typed, other) => expect(likelyWords(typed, [other], 5)).toEqual([]));

  it('puts the nearest first', () => {
    expect(likelyWords('психалог', ['психологи', 'психолог', 'право'], 5)).toEqual(['психолог', 'психологи']);
    expect(likelyWords('психалог', ['психологи', 'психолог'], 1)).toEqual(['психолог']);
  });
});

describe('typingErrors', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'я', 'ж'), maxLength: 8 });

  it('is 0 for the same word only, and the same both ways', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(typingErrors(a, b, 9) === 0).toBe(a === b);
        expect(typingErrors(a, b, 9)).toBe(typingErrors(b, a, 9));
      }),
    );
  });

  it('stops counting beyond what is asked', () => {
    fc.assert(
      fc.property(word, word, fc.nat(3), (a, b, most) => {
        expect(typingErrors(a, b, most)).toBe(Math.min(typingErrors(a, b, 9), most + 1));
      }),
    );
  });
});
