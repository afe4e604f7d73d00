import { describe, expect, it } from 'vitest';
import { monogram, portraitGround, portraitGrounds } from './portrait-ground';

describe('portraitGround', () => {
  it('gives the same ground for the same id', () => {
    expect(portraitGround('0197-aaaa')).toBe(portraitGround('0197-aaaa'));
  });

  it('uses all four grounds about equally', () => {
    const counts = new Map(portraitGrounds.map((ground) => [ground, 0]));
    for (let index = 0; index < 4000; index += 1) {
      const ground = portraitGround(`01970000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`);
      counts.set(ground, (counts.get(ground) ?? 0) + 1);
    }
    for (const count of counts.values()) expect(count).toBeGreaterThan(800);
  });
});

describe('monogram', () => {
  it.each([
    ['Haus Linde', 'HL'],
    ['Praxis\u00adgemeinschaft Haus Linde', 'PL'],
    ['Élodie', 'É'],
    ['Ольга Петрова', 'ОП'],
    ['  ', ''],
    ['Anne-Marie Lenoir', 'AL'],
  ])('%s becomes %s', (name, expected) => {
    expect(monogram(name)).toBe(expected);
  });
});
