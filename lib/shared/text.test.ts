import { describe, expect, it } from 'vitest';
import { line, paragraph } from './text';

const codeOf = (schema: ReturnType<typeof line>, text: unknown) => {
  const parsed = schema.safeParse(text);
  return parsed.success ? parsed.data : parsed.error.issues[0]?.message;
};

describe('a line', () => {
  it.each([
    ['  Marina Lopez ', 'Marina Lopez'],
    ['', ''],
    ['Анна-Мария О’Нил', 'Анна-Мария О’Нил'],
    ['Zoë 👩‍🔬', 'Zoë 👩‍🔬'],
    ['محمد', 'محمد'],
    ['می‌خواهم', 'می‌خواهم'],
  ])('takes %j', (typed, kept) => expect(codeOf(line(80), typed)).toBe(kept));

  it.each([
    'a\u0000b',
    'two\nlines',
    'two\u2028lines',
    'a\tb',
    'bell\u0007',
    'next\u0085line',
    'admin\u202Etxt.exe',
    '\u2066isolated\u2069',
    '\u202Aleft',
  ])('refuses control and direction characters: %j', (typed) =>
    expect(codeOf(line(80), typed)).toBe('common.invalidCharacters'),
  );

  it.each(['\u200B', '\u3164', '\u2800\u2800', '\u200D\u00AD', '\u115F \u1160', '\u0301'])(
    'refuses what nobody sees: %j',
    (typed) => expect(codeOf(line(80), typed)).toBe('common.nothingVisible'),
  );

  it('says when it is too long, or no text', () => {
    expect(codeOf(line(3), 'abcd')).toBe('common.tooLong');
    expect(codeOf(line(3), undefined)).toBe('common.required');
    expect(codeOf(line(3).min(1, 'account.nameMissing'), ' ')).toBe('account.nameMissing');
    expect(codeOf(line(3, 'account.nameMissing'), ['a', 'b'])).toBe('account.nameMissing');
  });
});

describe('a paragraph', () => {
  it('has line breaks and tabs', () => {
    expect(codeOf(paragraph(80), 'one\r\ntwo\n\tthree')).toBe('one\r\ntwo\n\tthree');
  });
  it.each(['a\u0000b', 'a\u202Eb', 'a\u001Bb'])('refuses %j', (typed) =>
    expect(codeOf(paragraph(80), typed)).toBe('common.invalidCharacters'),
  );
});
