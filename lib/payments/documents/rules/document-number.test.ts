import { expect, test } from 'vitest';
import { documentLabel, seriesOf } from './document-number';

test.each([
  ['receipt', 1, 'R-2027-00001'],
  ['commission_invoice', 12, 'C-2027-00012'],
  ['credit_note', 123_456, 'K-2027-123456'],
] as const)('%s number %i is printed as %s', (kind, number, label) => {
  expect(documentLabel(kind, 2027, number)).toBe(label);
});

test('receipts are numbered for each provider, invoices and credit notes for the operator', () => {
  expect(seriesOf('receipt', 'p1')).not.toBe(seriesOf('receipt', 'p2'));
  expect(seriesOf('commission_invoice', 'p1')).toBe(seriesOf('commission_invoice', 'p2'));
  expect(seriesOf('commission_invoice', 'p1')).not.toBe(seriesOf('credit_note', 'p1'));
});
