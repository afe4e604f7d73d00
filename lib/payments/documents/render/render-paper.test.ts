import { describe, expect, test } from 'vitest';
import { locales } from '@/lib/i18n/routing';
import type { CommissionData, FrozenDocument, ReceiptData } from '../types';
import { renderPaper } from './render-paper';

const operator = { name: 'Consilia', address: 'Lindenallee 7, 10115 Berlin', vatId: 'DE812345678' };
const provider = { name: 'Клара Фонтен', address: '12 rue des Lilas\n75011 Paris', vatId: null };
const line: CommissionData['lines'][number] = {
  startsAt: '2027-03-04T10:00:00.000Z',
  title: 'Séance, Überblick, консультация',
  reference: 'a1b2c3d4',
  price: 12_000,
  commissionBps: 1_500,
  commission: 1_800,
  vatBps: 1_900,
  vat: 342,
  isReverseCharge: false,
  refersTo: null,
};
const month: CommissionData = {
  operator,
  recipient: provider,
  month: '2027-03',
  zone: 'Europe/Paris',
  lines: [line, { ...line, commission: -540, vat: -103 }],
  groups: [{ vatBps: 1_900, isReverseCharge: false, net: 1_260, vat: 239 }],
  net: 1_260,
  vat: 239,
  gross: 1_499,
  due: 0,
};
const receipt: ReceiptData = {
  seller: provider,
  clientName: 'Marina Lopez',
  title: 'Séance',
  startsAt: '2027-03-04T10:00:00.000Z',
  endsAt: '2027-03-04T11:00:00.000Z',
  zone: 'Europe/Paris',
  cause: null,
  vatRegime: 'standard',
  vatBps: 2_000,
  vatNote: null,
  price: 12_000,
  paid: 12_000,
  paidDirectly: 0,
  paidAt: '2027-03-01T10:00:00.000Z',
  refunds: [],
  net: 10_000,
  vat: 2_000,
  operator: 'Consilia',
  replaces: null,
};

const head = { currency: 'EUR', issuedAt: new Date('2027-04-01T01:00:00Z'), zone: 'Europe/Paris' };
const many = Array.from({ length: 60 }, () => line);
const papers: Record<string, FrozenDocument> = Object.fromEntries(
  locales.flatMap((locale) => {
    const at = { ...head, locale };
    const invoice = { ...at, kind: 'commission_invoice' as const, label: 'C-2027-00001' };
    const paid = { ...at, kind: 'receipt' as const, label: 'R-2027-00001' };
    const reverse = [{ vatBps: 0, isReverseCharge: true, net: 1_260, vat: 0 }];
    const refunded: ReceiptData = {
      ...receipt,
      vatRegime: 'small_business',
      cause: 'lateCancel',
      refunds: [{ amount: 3_600, at: '2027-03-06T10:00:00.000Z' }],
      replaces: 'R-2027-00001',
    };
    return Object.entries({
      invoice: { ...invoice, data: month },
      'invoice with much': { ...invoice, data: { ...month, lines: many } },
      'invoice with reverse charge': { ...invoice, data: { ...month, groups: reverse, vat: 0 } },
      'invoice with a rest': { ...invoice, data: { ...month, due: 893 } },
      'invoice of a rest': { ...invoice, data: { ...month, due: 1_499 } },
      'credit note': {
        ...invoice,
        kind: 'credit_note' as const,
        label: 'K-2027-00001',
        data: { ...month, lines: [{ ...line, refersTo: 'C-2027-00001' }] },
      },
      receipt: { ...paid, data: receipt },
      'receipt after a refund': { ...paid, data: refunded },
      'receipt of both ways to pay': { ...paid, data: { ...receipt, paid: 7_000, paidDirectly: 5_000 } },
      'receipt without VAT': {
        ...paid,
        data: { ...receipt, vatRegime: 'exempt' as const, cause: 'missed' as const },
      },
    }).map(([name, paper]) => [`${name}, ${locale}`, paper]);
  }),
);

const pagesOf = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('latin1')
    .match(/\/Type \/Page\b/g)?.length;

describe('a paper', () => {
  /** Each kind in one language, and one kind in each; that no words are missing elsewhere is seen to with the messages. */
  const chosen = Object.entries(papers).filter(([name]) => /, ru$|^(receipt|invoice), /.test(name));

  test.each(chosen)('%s: can be made', async (_name, paper) => {
    const bytes = await renderPaper(paper);
    expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe('%PDF-');
    expect(Buffer.from(bytes).subarray(-6).toString()).toContain('%%EOF');
  });

  test('is the same each time it is made', async () => {
    const paper = papers['invoice, fr'] ?? missing();
    expect(Buffer.compare(await renderPaper(paper), await renderPaper(paper))).toBe(0);
  });

  test('embeds its fonts and says its language', async () => {
    for (const locale of locales) {
      const text = Buffer.from(await renderPaper(papers[`receipt, ${locale}`] ?? missing())).toString(
        'latin1',
      );
      expect(text).toContain(`/Lang (${locale})`);
      expect(text.match(/\/FontFile2/g)?.length).toBeGreaterThanOrEqual(2);
      expect(text).not.toContain('/BaseFont /Helvetica');
    }
  });

  test('has one page for a long name too', async () => {
    const paper = papers['receipt, ru'] ?? missing();
    if (paper.kind !== 'receipt') throw new Error('no receipt');
    for (const name of ['Institut '.repeat(14), 'Щ'.repeat(160), 'W'.repeat(400)]) {
      const data = { ...paper.data, seller: { ...provider, name } };
      expect(pagesOf(await renderPaper({ ...paper, data }))).toBe(1);
    }
  });

  test('goes on on further pages', async () => {
    expect(pagesOf(await renderPaper(papers['invoice, de'] ?? missing()))).toBe(1);
    expect(pagesOf(await renderPaper(papers['invoice with much, de'] ?? missing()))).toBeGreaterThan(3);
  });
});

function missing(): never {
  throw new Error('no such paper');
}
