import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentTypeOf, fileNameOf, isTried, savedNameOf } from './content-type';

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(
    Buffer.concat(
      parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.from(part))),
    ),
  );

describe('contentTypeOf', () => {
  it.each([
    ['application/pdf', bytes('%PDF-1.7\n', [0, 1, 2])],
    ['image/png', bytes([0x89], 'PNG\r\n', [0x1a, 0x0a])],
    ['image/jpeg', bytes([0xff, 0xd8, 0xff, 0xe0])],
    ['image/webp', bytes('RIFF', [1, 0, 0, 0], 'WEBPVP8 ')],
    ['text/plain', bytes('Bonjour, à demain\r\n\tЗдравствуйте')],
    ['text/plain', bytes([0xef, 0xbb, 0xbf], 'with a mark')],
    ['text/plain', bytes('<script>alert(1)</script>')],
  ])('%s', (type, content) => {
    expect(contentTypeOf(content)).toBe(type);
  });

  it.each([
    ['nothing', bytes()],
    ['a program', bytes('MZ', [0x90, 0, 3])],
    ['an archive', bytes('PK', [3, 4, 20, 0])],
    ['half a PNG', bytes([0x89], 'PNG')],
    ['sound in a RIFF container', bytes('RIFF', [1, 0, 0, 0], 'WAVE')],
    ['Latin-1', bytes([0x62, 0xe9, 0x62])],
    ['UTF-16', bytes([0xff, 0xfe, 0x41, 0])],
    ['an escape sequence', bytes('text', [0x1b], '[2J')],
    ['a PDF after something else', bytes([0], '%PDF-1.7')],
  ])('not %s', (_, content) => {
    expect(contentTypeOf(content)).toBeNull();
  });
});

it.each([
  ['', true],
  ['application/pdf', true],
  ['text/csv', true],
  ['image/svg+xml', false],
  ['application/zip', false],
])('a browser may send what it calls %j: %s', (type, may) => {
  expect(isTried(type)).toBe(may);
});

describe('the name of a file', () => {
  it.each([
    ['Router log 19 Nov.pdf', 'Router log 19 Nov.pdf'],
    ['../../etc/passwd', 'etc passwd'],
    ['C:\\fakepath\\a.txt', 'C fakepath a.txt'],
    ['a\r\nSet-Cookie: x=1.pdf', 'a Set-Cookie x=1.pdf'],
    ['\u202Egpj.exe', 'gpj.exe'],
    ['\0\u0007', 'file'],
    ['...', 'file'],
    ['Отчёт «июнь».pdf', 'Отчёт «июнь».pdf'],
    ['e\u0301.pdf', 'é.pdf'],
    ['\uD800.pdf', '\uFFFD.pdf'],
  ])('%j is %j', (given, name) => {
    expect(fileNameOf(given)).toBe(name);
  });

  it('is one short line that names no place, whatever was given, and stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const name = fileNameOf(given);
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}/\\]/u);
        expect(Array.from(name).length).toBeGreaterThan(0);
        expect(Array.from(name).length).toBeLessThanOrEqual(120);
        expect(fileNameOf(name)).toBe(name);
      }),
    );
  });

  it.each([
    ['scan.pdf', 'application/pdf', 'scan.pdf'],
    ['scan.exe', 'application/pdf', 'scan.exe.pdf'],
    ['photo.JPEG', 'image/jpeg', 'photo.JPEG'],
    ['notes', 'text/plain', 'notes.txt'],
    ['png', 'image/png', 'png.png'],
  ] as const)('%s as %s is saved as %s', (name, type, saved) => {
    expect(savedNameOf(name, type)).toBe(saved);
  });
});
