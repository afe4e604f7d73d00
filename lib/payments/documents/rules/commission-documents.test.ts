import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CommissionEntry, divideMonth } from './commission-documents';

const taken: CommissionEntry = {
  paymentId: 'p1',
  startsAt: '2027-03-04T10:00:00.000Z',
  title: 'Session',
  reference: '1234',
  price: 12_000,
  commissionBps: 1_500,
  commission: 1_800,
  vatBps: 1_900,
  vat: 342,
  isReverseCharge: false,
  wasInvoicedBefore: false,
  invoiceLabel: null,
};
const back = (entry: CommissionEntry): CommissionEntry => ({
  ...entry,
  commission: -entry.commission,
  vat: -entry.vat,
});

describe('a month of commission', () => {
  test('without any has no document', () => {
    expect(divideMonth([])).toEqual({ invoice: null, creditNote: null });
  });

  test('is one invoice, with what was given back of the same month', () => {
    const { invoice, creditNote } = divideMonth([taken, { ...taken, paymentId: 'p2' }, back(taken)]);
    expect(creditNote).toBeNull();
    expect(invoice).toMatchObject({
      totals: { net: 1_800, vat: 342, gross: 2_142 },
      groups: [{ vatBps: 1_900, isReverseCharge: false, net: 1_800, vat: 342 }],
    });
    expect(invoice?.lines).toHaveLength(3);
  });

  test('credits what was given back of an earlier one, naming its invoice', () => {
    const earlier = { ...back(taken), wasInvoicedBefore: true, invoiceLabel: 'C-2027-00003' };
    const { invoice, creditNote } = divideMonth([taken, earlier]);
    expect(invoice?.totals).toEqual({ net: 1_800, vat: 342, gross: 2_142 });
    expect(creditNote).toMatchObject({
      totals: { net: 1_800, vat: 342, gross: 2_142 },
      lines: [{ commission: 1_800, vat: 342, refersTo: 'C-2027-00003' }],
    });
  });

  test('tells commission with reverse charge apart from commission with VAT', () => {
    const reverse = { ...taken, vat: 0, isReverseCharge: true };
    expect(divideMonth([taken, reverse]).invoice?.groups).toEqual([
      { vatBps: 1_900, isReverseCharge: false, net: 1_800, vat: 342 },
      { vatBps: 0, isReverseCharge: true, net: 1_800, vat: 0 },
    ]);
  });

  test('sums, invoice less credit note, to what the ledger has, whatever happened', () => {
    const entry = fc.record({
      commission: fc.integer({ min: -100_000, max: 100_000 }),
      vat: fc.integer({ min: -20_000, max: 20_000 }),
      wasInvoicedBefore: fc.boolean(),
      isReverseCharge: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 30 }), (changes) => {
        const entries = changes.map((change) => ({ ...taken, ...change }));
        const { invoice, creditNote } = divideMonth(entries);
        const sum = (field: 'commission' | 'vat') => entries.reduce((total, each) => total + each[field], 0);
        expect((invoice?.totals.net ?? 0) - (creditNote?.totals.net ?? 0)).toBe(sum('commission'));
        expect((invoice?.totals.vat ?? 0) - (creditNote?.totals.vat ?? 0)).toBe(sum('vat'));
        for (const sheet of [invoice, creditNote]) {
          const grouped = sheet?.groups.reduce((total, group) => total + group.net + group.vat, 0);
          expect(grouped).toBe(sheet?.totals.gross);
        }
      }),
    );
  });
});
