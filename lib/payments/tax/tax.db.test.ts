import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { newId } from '@/lib/shared/ids';
import { insertEntry } from '@/lib/payments/repository';
import { entryE3 } from '@/lib/payments/rules/ledger';
import { entryOffline } from '@/lib/payments/rules/ledger-operator';
import { entryReturned } from '@/lib/payments/rules/ledger-returns';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeSpecialist, type SeededProvider } from '@/prisma/seed/factories/providers';
import { changeTaxData } from './change-tax-data';
import { checkVatId } from './check-vat-id';
import { loadReport, loadReportYears } from './dac7/loaders';
import { loadTaxData, loadVatIds } from './loaders';
import type { TaxData } from './types';

const person: TaxData = {
  kind: 'individual',
  givenName: 'Nora',
  legalName: 'Wieland',
  street: 'Lindenstr. 1',
  postalCode: '10969',
  city: 'Berlin',
  country: 'DE',
  birthDate: '1985-04-12',
  birthPlace: null,
  registrationNumber: null,
  tin: '12 345 678 901',
  tinCountry: 'DE',
};
const missing = { ok: false, error: { code: 'common.notFound' } };

beforeEach(async () => {
  const milliseconds = Date.parse('2028-01-15T12:00:00Z') - Date.now();
  await db().clockOffset.update({ where: { id: 1 }, data: { milliseconds } });
});

function acting({ actor }: SeededProvider) {
  const { provider } = actor;
  if (!provider) throw new Error('no practice');
  return { ...actor, provider };
}

describe('tax data', () => {
  it('is kept as its owner gives it, in one form, and can be corrected', async () => {
    const nora = await makeSpecialist();
    expect(await loadTaxData(acting(nora))).toBeNull();
    expect(await changeTaxData(nora.actor, person)).toMatchObject({ ok: true });
    expect(await loadTaxData(acting(nora))).toEqual({ ...person, tin: '12345678901' });
    const entity = { ...person, kind: 'entity' as const, registrationNumber: 'HRB 1' };
    expect(await changeTaxData(nora.actor, entity)).toMatchObject({ ok: true });
    expect(await loadTaxData(acting(nora))).toMatchObject({
      kind: 'entity',
      givenName: null,
      birthDate: null,
    });
    const audit = await db().auditEntry.findMany({ where: { subjectId: nora.providerId } });
    expect(audit.map(({ action, fromStatus, toStatus }) => [action, fromStatus, toStatus])).toEqual([
      ['provider.changeTaxData', null, null],
      ['provider.changeTaxData', null, null],
    ]);
  });

  it('is nobody else’s to give, and is not taken half', async () => {
    const nora = await makeSpecialist();
    expect(await changeTaxData(await makeAccount(), person)).toMatchObject(missing);
    expect(await changeTaxData(nora.actor, { ...person, tin: null })).toMatchObject({
      error: { fields: { tin: 'common.required' } },
    });
    expect(await loadTaxData(acting(nora))).toBeNull();
    const { birthDate: _, ...row } = person;
    const half = { ...row, providerId: nora.providerId, updatedAt: new Date() };
    await expect(db().taxData.create({ data: half })).rejects.toThrow('tax_data_person');
  });
});

describe('a VAT id', () => {
  const asked = { reverseCharge: true, vatId: 'FR40303265045' };

  it('takes effect once an admin found it valid, and the evidence stays', async () => {
    const claire = await makeSpecialist({ provider: asked });
    const admin = await makeAccount({ isAdmin: true, name: 'Ada' });
    const check = { providerId: claire.providerId, vatId: asked.vatId, reference: 'WAPIAAAAW1' };
    expect(await checkVatId(admin, { ...check, result: 'valid' })).toMatchObject({ ok: true });
    const mine = async () =>
      (await loadVatIds(admin)).find(({ providerId }) => providerId === claire.providerId);
    expect(await mine()).toMatchObject({
      verifiedAt: expect.any(Date),
      lastCheck: { isValid: true, reference: 'WAPIAAAAW1', by: 'Ada' },
    });
    expect(await checkVatId(admin, { ...check, result: 'invalid', reference: null })).toMatchObject({
      ok: true,
    });
    expect(await mine()).toMatchObject({ verifiedAt: null, lastCheck: { isValid: false, reference: null } });
    const checks = { where: { providerId: claire.providerId } };
    expect(await db().vatIdCheck.count(checks)).toBe(2);
    await expect(db().vatIdCheck.deleteMany(checks)).rejects.toThrow('never changed');
  });

  it('is checked by admins alone, and only the one that is asked for', async () => {
    const claire = await makeSpecialist({ provider: asked });
    const admin = await makeAccount({ isAdmin: true });
    const check = {
      providerId: claire.providerId,
      vatId: asked.vatId,
      result: 'valid' as const,
      reference: null,
    };
    expect(await checkVatId(claire.actor, check)).toMatchObject(missing);
    expect(await checkVatId(admin, { ...check, providerId: newId() })).toMatchObject(missing);
    expect(await checkVatId(admin, { ...check, vatId: 'FR00000000000' })).toMatchObject({
      error: { code: 'common.conflict' },
    });
    expect(await db().vatIdCheck.count({ where: { providerId: claire.providerId } })).toBe(0);
    await expect(loadVatIds(claire.actor)).rejects.toThrow();
  });
});

describe('the yearly report', () => {
  const split = { commission: 1_800, vat: 342, fee: 0, advisor: 9_858 };

  async function earned(provider: SeededProvider, at: string, backAt?: string): Promise<void> {
    const client = await makeAccount();
    const eventful = await db().booking.create({
      data: {
        clientId: client.accountId,
        providerId: provider.providerId,
        specialistId: provider.providerId,
        serviceId: provider.serviceIds[0] ?? '',
        status: 'expired',
        startsAt: new Date(at),
        endsAt: new Date(Date.parse(at) + 3_600_000),
        channel: 'video',
        channels: ['video'],
        confirmationMode: 'instant',
        paymentMode: 'at_booking',
        clientTimeZone: 'Europe/Paris',
        providerTimeZone: 'Europe/Berlin',
        serviceTitle: 'Session',
        priceAmount: 12_000,
        currency: 'EUR',
        planCode: 'basic',
        commissionBps: 1_500,
        commissionVatBps: 1_900,
        vatRegime: 'exempt',
        sellerName: 'A',
        sellerAddress: 'B',
      },
    });
    const data = {
      bookingId: eventful.id,
      providerId: provider.providerId,
      clientId: client.accountId,
      amount: 12_000,
      currency: 'EUR',
    };
    const status = backAt === undefined ? ('transferred' as const) : ('refunded' as const);
    const { id: paymentId } = await db().payment.create({ data: { ...data, status } });
    const of = { paymentId, providerId: provider.providerId };
    await inTransaction(async (tx) => {
      await insertEntry(tx, entryE3({ paymentId, currency: 'EUR', split }), of, new Date(at));
      if (backAt === undefined) return;
      const moved = { balanceTransactionId: `txn_${newId()}`, currency: 'EUR' as const };
      const back = entryReturned({ ...moved, taken: split, holder: 'AH', isAll: true });
      await insertEntry(tx, back, of, new Date(backAt));
    });
  }

  it('tells what each was credited after commission, by quarter of the operator’s clocks', async () => {
    const nora = await makeSpecialist();
    await changeTaxData(nora.actor, person);
    const withoutData = await makeSpecialist({ provider: { displayName: `Zoe ${newId().slice(-6)}` } });
    // An hour before midnight UTC the year has begun in Paris.
    await earned(nora, '2026-12-31T23:00:00Z');
    await earned(nora, '2027-05-01T10:00:00Z');
    await earned(nora, '2027-05-02T10:00:00Z', '2027-07-01T10:00:00Z');
    await earned(nora, '2027-12-31T23:00:00Z');
    await earned(withoutData, '2027-05-01T10:00:00Z');
    // Paid outside the platform, with the commission on it.
    const outside = await db().payment.findFirstOrThrow({ where: { providerId: nora.providerId } });
    const recordedAt = new Date('2027-11-05T10:00:00Z');
    const record = { paymentId: outside.id, amount: 5_000, currency: 'EUR', recordedAt };
    const { id: recordId } = await db().offlineRecord.create({ data: record });
    const owed = entryOffline({ recordId, currency: 'EUR', commission: 750, vat: 143 });
    const of = { paymentId: outside.id, providerId: nora.providerId };
    await inTransaction((tx) => insertEntry(tx, owed, of, recordedAt));
    const admin = await makeAccount({ isAdmin: true });
    const report = await loadReport(admin, 2027);
    const xml = report.ok ? report.value : '';
    const mine = xml.split('<dpi:ReportableSeller>').find((part) => part.includes(nora.providerId)) ?? '';
    const figures = (name: string) =>
      [...mine.matchAll(new RegExp(`<dpi:${name}Q\\d[^>]*>(\\d+)<`, 'g'))].map((match) => Number(match[1]));
    expect(figures('Cons')).toEqual([99, 99, 0, 41]);
    expect(figures('Numb')).toEqual([1, 1, 0, 1]);
    expect(figures('Fees')).toEqual([21, 21, 0, 9]);
    expect(mine).toContain('<dpi:TIN issuedBy="DE">12345678901</dpi:TIN>');
    const years = await loadReportYears(admin);
    const name = (await db().provider.findUniqueOrThrow({ where: { id: withoutData.providerId } }))
      .displayName;
    expect(years.find(({ year }) => year === 2027)?.missing).toContain(name);
    expect(xml).not.toContain(withoutData.providerId);
  });

  it('is for admins alone', async () => {
    const nora = await makeSpecialist();
    expect(await loadReport(nora.actor, 2027)).toMatchObject(missing);
    await expect(loadReportYears(nora.actor)).rejects.toThrow();
  });
});
