import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type ErrorCode, errorCodes, httpStatusOf } from '@/lib/shared/errors';

const codes = Object.keys(errorCodes).sort();

function messagesOf(locale: string): Map<string, string> {
  const file: unknown = JSON.parse(readFileSync(`messages/${locale}/errors.json`, 'utf8'));
  const messages = new Map<string, string>();
  for (const [group, entries] of Object.entries(file ?? {}))
    for (const [name, text] of Object.entries(entries)) messages.set(`${group}.${name}`, String(text));
  return messages;
}

describe.each(['fr', 'ru', 'de', 'en'])('messages in %s', (locale) => {
  const messages = messagesOf(locale);

  test('there is one for every code, and none without a code', () => {
    expect([...messages.keys()].sort()).toEqual(codes);
  });

  test('each is a calm sentence that needs no further facts', () => {
    for (const [code, text] of messages) expect(text, code).toMatch(/^[A-ZÀ-ÜА-ЯЁ][^{}<>!]{8,140}\.$/);
  });

  test('typography is that of the language', () => {
    for (const [code, text] of messages) {
      expect(text, code).not.toMatch(/['"]| {2}/);
      if (locale === 'fr') expect(text.replaceAll('https://', ''), code).not.toMatch(/[^\u202f\d][:;?!€]/);
    }
  });
});

test('each code answers with a status of its own kind', () => {
  for (const status of Object.values(errorCodes))
    expect(status).toSatisfy((s: number) => s >= 400 && s < 600);
  const notFound: ErrorCode = 'common.notFound';
  expect(httpStatusOf(notFound)).toBe(404);
});

test('codes have the form group.name', () => {
  for (const code of codes) expect(code).toMatch(/^[a-z]+\.[a-z][A-Za-z]+$/);
});
