import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { locales } from '@/lib/i18n/routing';
import { pageAddress } from '@/lib/i18n/site';
import { insertEntry } from '@/lib/payments/repository';
import { entryOffline } from '@/lib/payments/rules/ledger-operator';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { newId } from '@/lib/shared/ids';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { earn, giveBack, sell } from '@/prisma/test-sales';
import { renderPaymentEmail } from '../emails/payment-emails';
import { renderDocument, sweepDocuments } from './jobs';
import { issueCommissionDocuments } from './issue-commission-documents';
import { loadCommissionDocuments, loadPaper, loadReceipt } from './loaders';
import { readPaper } from './read-paper';

async function setClock(at: string): Promise<void> {
  const milliseconds = Date.parse(at) - Date.now();
  await db().clockOffset.update({ where: { id: 1 }, data: { milliseconds } });
}

beforeEach(() => setClock('2027-03-20T12:00:00Z'));

const documentsOf = (providerId: string) =>
  db().document.findMany({ where: { providerId }, orderBy: [{ issuedAt: 'asc' }, { label: 'asc' }] });

async function ledgerOf(providerId: string, from: string, to: string) {
  const lines = await db().ledgerLine.findMany({
    where: {
      account: { in: ['RC', 'VO'] },
      transaction: { providerId, occurredAt: { gte: new Date(from), lt: new Date(to) } },
    },
  });
  const sum = (account: string) =>
    -lines
      .filter((line) => line.account === account)
      .reduce((total, { amount }) => total + Number(amount), 0);
  return { net: sum('RC'), vat: sum('VO') };
}

const march = { from: '2027-02-28T23:00:00Z', to: '2027-03-31T22:00:00Z' };
const april = { from: '2027-03-31T22:00:00Z', to: '2027-04-30T22:00:00Z' };

function pick<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Error('nothing there');
  return value;
}

describe('a month of commission', () => {
  it('is invoiced once, by the operator’s clocks, to the cent of the ledger', async () => {
    const nora = await makeSpecialist();
    for (const at of ['2027-02-28T23:00:00Z', '2027-03-15T10:00:00Z', '2027-03-31T21:59:59Z'])
      await earn((await sell(nora, { price: 4_999 })).bookingId, at);
    await earn((await sell(nora)).bookingId, '2027-03-31T22:00:00Z');
    const of = { providerId: nora.providerId, month: '2027-03' };
    await Promise.all([
      issueCommissionDocuments(of, new Date('2027-04-01T01:00:00Z')),
      issueCommissionDocuments(of, new Date('2027-04-01T01:00:00Z')),
    ]);
    const [invoice, ...others] = await documentsOf(nora.providerId);
    expect(others).toEqual([]);
    const { net, vat } = await ledgerOf(nora.providerId, march.from, march.to);
    expect({ net, vat }).toEqual({ net: 2_250, vat: 428 });
    expect(invoice).toMatchObject({
      kind: 'commission_invoice',
      month: '2027-03',
      netAmount: net,
      vatAmount: vat,
      grossAmount: net + vat,
      dueAmount: 0,
      vatRegime: 'standard',
      label: expect.stringMatching(/^C-2027-\d{5}$/),
    });
  });

  it('credits what was given back of an earlier month, and nets what was given back of the same', async () => {
    const nora = await makeSpecialist();
    const early = await sell(nora);
    const same = await sell(nora, { price: 5_000 });
    await earn(early.bookingId, '2027-03-10T10:00:00Z');
    await issueCommissionDocuments(
      { providerId: nora.providerId, month: '2027-03' },
      new Date('2027-04-01T01:00:00Z'),
    );
    await earn(same.bookingId, '2027-04-02T10:00:00Z');
    await giveBack(same, '2027-04-03T10:00:00Z');
    await giveBack(early, '2027-04-04T10:00:00Z');
    await issueCommissionDocuments(
      { providerId: nora.providerId, month: '2027-04' },
      new Date('2027-05-01T01:00:00Z'),
    );
    const [first, second, credit] = await documentsOf(nora.providerId);
    expect(second).toMatchObject({
      kind: 'commission_invoice',
      month: '2027-04',
      netAmount: 0,
      vatAmount: 0,
    });
    expect(credit).toMatchObject({ kind: 'credit_note', month: '2027-04', netAmount: 1_800, vatAmount: 342 });
    expect(credit?.data).toMatchObject({ lines: [{ refersTo: first?.label }] });
    const { net, vat } = await ledgerOf(nora.providerId, april.from, april.to);
    expect([
      pick(second).netAmount - pick(credit).netAmount,
      pick(second).vatAmount - pick(credit).vatAmount,
    ]).toEqual([net, vat]);
  });

  it('tells the owner of the practice, once, in each language', async () => {
    const nora = await makeSpecialist();
    await earn((await sell(nora)).bookingId, '2027-03-10T10:00:00Z');
    const of = { providerId: nora.providerId, month: '2027-03' };
    await issueCommissionDocuments(of, new Date('2027-04-01T01:00:00Z'));
    await issueCommissionDocuments(of, new Date('2027-04-01T01:00:00Z'));
    const [invoice] = await documentsOf(nora.providerId);
    const mails = await db().email.findMany({
      where: { accountId: nora.actor.accountId, kind: 'payment.document' },
    });
    expect(mails).toMatchObject([{ recipient: nora.actor.email, params: { documentId: invoice?.id } }]);
    const params = { documentId: pick(invoice).id };
    for (const locale of locales) {
      const letter = await renderPaymentEmail({ kind: 'payment.document', locale, params });
      expect(letter?.subject).toContain(pick(invoice).label);
      expect(letter?.text).toMatch(/21[.,]42/);
      expect(letter?.text).toContain(pageAddress('/practice/earnings/invoices', locale));
    }
  });

  it('with reverse charge has no VAT, and says so', async () => {
    const claire = await makeSpecialist({ provider: { vatId: 'FR12345678901', reverseCharge: true } });
    await earn((await sell(claire, { reverseCharge: true })).bookingId, '2027-03-10T10:00:00Z');
    await issueCommissionDocuments(
      { providerId: claire.providerId, month: '2027-03' },
      new Date('2027-04-01T01:00:00Z'),
    );
    const [invoice] = await documentsOf(claire.providerId);
    expect(invoice).toMatchObject({ netAmount: 1_800, vatAmount: 0, vatRegime: 'reverse_charge' });
    expect(invoice?.data).toMatchObject({
      recipient: { vatId: 'FR12345678901' },
      operator: { vatId: 'DE812345678' },
    });
  });

  it('says what is to be paid for amounts that were paid elsewhere', async () => {
    const nora = await makeSpecialist();
    const { paymentId } = await sell(nora);
    const now = new Date('2027-03-10T10:00:00Z');
    const owed = entryOffline({ recordId: newId(), currency: 'EUR', commission: 750, vat: 143 });
    const of = { paymentId, providerId: nora.providerId };
    await inTransaction(async (tx) => {
      await insertEntry(tx, owed, of, now);
      const debt = { ...of, kind: 'offline_commission' as const, amount: 893, currency: 'EUR' };
      await tx.providerDebt.create({
        data: { ...debt, reference: owed.externalRef, dueAt: now, createdAt: now },
      });
    });
    await issueCommissionDocuments(
      { providerId: nora.providerId, month: '2027-03' },
      new Date('2027-04-01T01:00:00Z'),
    );
    const [invoice] = await documentsOf(nora.providerId);
    expect(invoice).toMatchObject({ netAmount: 750, vatAmount: 143, grossAmount: 893, dueAmount: 893 });
  });

  it('without commission has no document', async () => {
    const nora = await makeSpecialist();
    await earn((await sell(nora, { bps: 0 })).bookingId, '2027-03-10T10:00:00Z');
    await issueCommissionDocuments(
      { providerId: nora.providerId, month: '2027-03' },
      new Date('2027-04-01T01:00:00Z'),
    );
    expect(await documentsOf(nora.providerId)).toEqual([]);
  });
});

describe('the monthly run', () => {
  it('invoices what is over since two hours, what was forgotten before included, and repeats nothing', async () => {
    const nora = await makeSpecialist();
    await earn((await sell(nora)).bookingId, '2027-01-10T10:00:00Z');
    await earn((await sell(nora)).bookingId, '2027-03-31T21:00:00Z');
    await earn((await sell(nora)).bookingId, '2027-04-01T00:30:00Z');
    const monthsOf = async () => (await documentsOf(nora.providerId)).map(({ month }) => month);
    await setClock('2027-03-31T23:59:00Z');
    await sweepDocuments();
    expect(await monthsOf()).toEqual(['2027-01']);
    await setClock('2027-04-01T00:00:30Z');
    await sweepDocuments();
    await sweepDocuments();
    expect(await monthsOf()).toEqual(['2027-01', '2027-03']);
  });

  it('renders the paper once it is issued', async () => {
    const nora = await makeSpecialist();
    await earn((await sell(nora)).bookingId, '2027-03-10T10:00:00Z');
    await issueCommissionDocuments(
      { providerId: nora.providerId, month: '2027-03' },
      new Date('2027-04-01T01:00:00Z'),
    );
    const [invoice] = await documentsOf(nora.providerId);
    await renderDocument({ documentId: pick(invoice).id });
    expect(await db().documentFile.count({ where: { documentId: pick(invoice).id } })).toBe(1);
  });
});

describe('a receipt', () => {
  it('is issued once in the provider’s name and the client’s language', async () => {
    const nora = await makeSpecialist();
    const { bookingId, client } = await sell(nora, { vatBps: 1_900 });
    const papers = await Promise.all([
      loadReceipt(client, { bookingId }),
      loadReceipt(client, { bookingId }),
    ]);
    expect(papers).toMatchObject([
      { ok: true, value: { label: 'R-2027-00001' } },
      { ok: true, value: { label: 'R-2027-00001' } },
    ]);
    const [receipt, ...others] = await documentsOf(nora.providerId);
    expect(others).toEqual([]);
    expect(receipt).toMatchObject({ kind: 'receipt', locale: 'fr', netAmount: 10_084, vatAmount: 1_916 });
    expect(receipt?.data).toMatchObject({
      title: 'Séance',
      clientName: 'Marina Lopez',
      refunds: [],
      replaces: null,
    });
  });

  it('takes the place of the one before once money went back', async () => {
    const nora = await makeSpecialist();
    const { bookingId, paymentId, client } = await sell(nora);
    await loadReceipt(client, { bookingId });
    await db().refund.create({
      data: {
        paymentId,
        number: 1,
        amount: 3_600,
        currency: 'EUR',
        cause: 'claim',
        status: 'succeeded',
        settledAt: new Date('2027-03-06T10:00:00Z'),
      },
    });
    await loadReceipt(client, { bookingId });
    const [, second] = await documentsOf(nora.providerId);
    expect(second).toMatchObject({ label: 'R-2027-00002', grossAmount: 8_400 });
    expect(second?.data).toMatchObject({ replaces: 'R-2027-00001', refunds: [{ amount: 3_600 }] });
  });

  it('tells what was paid directly, as the provider recorded it', async () => {
    const nora = await makeSpecialist();
    const { bookingId, paymentId, client } = await sell(nora);
    const recordedAt = new Date('2027-03-09T10:00:00Z');
    await db().payment.update({
      where: { id: paymentId },
      data: {
        paidAmount: 0,
        chargedAt: null,
        recordedAmount: 5_000,
        mode: 'off_platform',
        status: 'due',
        dueSince: recordedAt,
      },
    });
    await db().offlineRecord.create({ data: { paymentId, amount: 5_000, currency: 'EUR', recordedAt } });
    await loadReceipt(client, { bookingId });
    await db().payment.update({ where: { id: paymentId }, data: { recordedAmount: 12_000 } });
    await db().offlineRecord.create({ data: { paymentId, amount: 7_000, currency: 'EUR', recordedAt } });
    await loadReceipt(client, { bookingId });
    const [first, second] = await documentsOf(nora.providerId);
    expect(first).toMatchObject({ grossAmount: 5_000, data: { paid: 0, paidDirectly: 5_000 } });
    expect(second).toMatchObject({ grossAmount: 12_000, data: { replaces: first?.label } });
    expect(second?.data).toMatchObject({ paidAt: recordedAt.toISOString() });
  });

  it('is there for its client and the owner, and for nobody else; not before anything was paid', async () => {
    const nora = await makeSpecialist();
    const { bookingId, paymentId, client } = await sell(nora);
    const stranger = await makeAccount();
    const missing = { ok: false, error: { code: 'common.notFound' } };
    expect(await loadReceipt(stranger, { bookingId })).toMatchObject(missing);
    expect(await loadReceipt(client, { bookingId: newId() })).toMatchObject(missing);
    expect(await loadReceipt(client, { bookingId: 'x' })).toMatchObject(missing);
    expect(await documentsOf(nora.providerId)).toEqual([]);
    expect(await loadReceipt(nora.actor, { bookingId })).toMatchObject({ ok: true });
    const [receipt] = await documentsOf(nora.providerId);
    expect(await loadPaper(stranger, pick(receipt).id)).toMatchObject(missing);
    expect(await loadPaper(client, pick(receipt).id)).toMatchObject({ ok: true });
    await db().payment.update({ where: { id: paymentId }, data: { paidAmount: 0 } });
    expect(await loadReceipt(client, { bookingId })).toMatchObject(missing);
  });
});

describe('what was issued', () => {
  it('is numbered without gaps, whoever asks at once, and keeps no number of what failed', async () => {
    const nora = await makeSpecialist();
    const sales = await Promise.all(Array.from({ length: 8 }, () => sell(nora)));
    await Promise.all(sales.map(({ client, bookingId }) => loadReceipt(client, { bookingId })));
    const { client, bookingId } = await sell(nora);
    await expect(
      inTransaction(async (tx) => {
        await tx.$executeRaw`update document_series set last = last + 1 where series = ${`receipt:${nora.providerId}`}`;
        throw new Error('given up');
      }),
    ).rejects.toThrow('given up');
    await loadReceipt(client, { bookingId });
    const numbers = (await documentsOf(nora.providerId))
      .map(({ number }) => number)
      .toSorted((a, b) => a - b);
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('is never changed or deleted, and no number is left out', async () => {
    const nora = await makeSpecialist();
    const { client, bookingId } = await sell(nora);
    await loadReceipt(client, { bookingId });
    const [receipt] = await documentsOf(nora.providerId);
    const { id, ...row } = pick(receipt);
    await expect(db().document.update({ where: { id }, data: { label: 'X' } })).rejects.toThrow(
      'never changed',
    );
    await expect(db().document.delete({ where: { id } })).rejects.toThrow();
    await expect(db().documentFile.deleteMany({ where: { documentId: id } })).rejects.toThrow(
      'never changed',
    );
    await expect(db().$executeRaw`truncate document_file`).rejects.toThrow('never changed');
    const gap = { ...row, data: {}, number: 3, label: 'R-2027-00003', subjectKey: 'other' };
    await expect(db().document.create({ data: gap })).rejects.toThrow('document_gapless');
  });

  it('keeps its paper, byte for byte, with its fingerprint', async () => {
    const nora = await makeSpecialist();
    const { client, bookingId } = await sell(nora);
    const paper = await loadReceipt(client, { bookingId });
    const [receipt] = await documentsOf(nora.providerId);
    const file = await db().documentFile.findUniqueOrThrow({ where: { documentId: pick(receipt).id } });
    const bytes = paper.ok ? paper.value.bytes : new Uint8Array();
    expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe('%PDF-');
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256);
    expect(await readPaper(pick(receipt).id)).toEqual(bytes);
  });

  it('is listed for the provider it is for, the latest first', async () => {
    const nora = await makeSpecialist();
    const actor = { ...nora.actor, provider: pick(nora.actor.provider) };
    const month = (at: string) => ({ providerId: nora.providerId, month: at });
    await earn((await sell(nora)).bookingId, '2027-03-10T10:00:00Z');
    await earn((await sell(nora)).bookingId, '2027-04-10T10:00:00Z');
    await issueCommissionDocuments(month('2027-03'), new Date('2027-04-01T01:00:00Z'));
    await issueCommissionDocuments(month('2027-04'), new Date('2027-05-01T01:00:00Z'));
    const { documents, hasMore } = await loadCommissionDocuments(actor, 1);
    expect(documents.map((each) => each.month)).toEqual(['2027-04', '2027-03']);
    expect(hasMore).toBe(false);
  });
});
