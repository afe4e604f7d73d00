import { join } from 'node:path';
import PdfDocument from 'pdfkit';
import { expect, test } from 'vitest';
import { printable } from './printable';

test.each([
  ['Клара Фонтен, 12 rue des Lilas', 'Клара Фонтен, 12 rue des Lilas'],
  ['Әсел Қайратқызы', 'Әсел Қайратқызы'],
  ['Ἀθηνᾶ', 'Ἀθηνᾶ'],
  ['Nguyễn', 'Nguyễn'],
  ['Zoe\u0301', 'Zoé'],
  ['two\nlines', 'two\nlines'],
  ['王 Li', '□ Li'],
  ['Ana \u{1F600}\uFE0F', 'Ana □'],
  ['\u061CLi\u{E0041}', 'Li'],
])('%j is set as %j', (text, set) => {
  expect(printable(text)).toBe(set);
});

test.each(['sans-400', 'sans-600'])('%s has a letter of its own for each of them', (face) => {
  const pdf = new PdfDocument({ font: join(process.cwd(), `lib/payments/documents/fonts/${face}.ttf`) });
  const none = pdf.widthOfString('王');
  const letters = 'аЖщӘәғңөұһωἈễŁğ□';
  expect(Array.from(letters).filter((letter) => pdf.widthOfString(letter) === none)).toEqual([]);
});
