import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimal, writeCsv } from './csv';

test.each([
  ['plain', 'plain'],
  ['Séance, suivi', '"Séance, suivi"'],
  ['a "word"', '"a ""word"""'],
  ['two\nlines', '"two\nlines"'],
  ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
  ['+49 30', "'+49 30"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', `"'\r=1"`],
  ["Anna;=cmd|' /C calc'!A0;", "Anna;'=cmd|' /C calc'!A0;"],
  ['Anna; =1', "Anna; '=1"],
  ['Anna;"=1', `"Anna;""'=1"`],
  ['a\n@SUM(A1)', `"a\n'@SUM(A1)"`],
  ['a;b', 'a;b'],
  [-12.5, '-12.5'],
  [8, '8'],
])('%j is written %j', (cell, written) => {
  expect(writeCsv([[cell]])).toBe(`\uFEFF${written}\r\n`);
});

test('amounts have a point in every language', () => {
  expect([0, 5, 9858, -2142].map((minor) => String(decimal(minor)))).toEqual([
    '0',
    '0.05',
    '98.58',
    '-21.42',
  ]);
});

test('whatever is written, no cell begins as a formula, and rows stay rows', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 5 }), (cells) => {
      const line = writeCsv([cells]).slice(1);
      expect(line.endsWith('\r\n')).toBe(true);
      const fields = line
        .slice(0, -2)
        .match(/"(?:[^"]|"")*"|[^,"]*/g)
        ?.filter((_, index) => index % 2 === 0);
      expect(fields?.some((field) => /^"?[=+\-@]/.test(field))).toBe(false);
      const [, ...others] = line.split(/[;\r\n]/).map((field) => field.replace(/^["\s]+/, ''));
      expect(others.some((field) => /^[=+\-@]/.test(field))).toBe(false);
    }),
  );
});
