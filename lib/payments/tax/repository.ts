import type { Database, Tx } from '@/lib/server/db/client';
import type { TaxData, VatIdView } from './types';

const select = {
  kind: true,
  givenName: true,
  legalName: true,
  street: true,
  postalCode: true,
  city: true,
  country: true,
  birthDate: true,
  birthPlace: true,
  registrationNumber: true,
  tin: true,
  tinCountry: true,
} as const;

/** What the provider has given; null while nothing is there. What is there is complete. */
export async function findTaxData(database: Database, providerId: string): Promise<TaxData | null> {
  const row = await database.taxData.findUnique({ where: { providerId }, select });
  return row && { ...row, birthDate: row.birthDate?.toISOString().slice(0, 10) ?? null };
}

export async function saveTaxData(tx: Tx, providerId: string, data: TaxData, now: Date): Promise<void> {
  const birthDate = data.birthDate === null ? null : new Date(`${data.birthDate}T00:00:00Z`);
  const row = { ...data, birthDate, updatedAt: now };
  await tx.taxData.upsert({
    where: { providerId },
    create: { providerId, ...row },
    update: row,
    select: { providerId: true },
  });
}

/** The VAT ids for which reverse charge is asked: those not verified first, then by name. */
export async function listVatIds(database: Database, take: number): Promise<VatIdView[]> {
  const rows = await database.provider.findMany({
    where: { reverseCharge: true, vatId: { not: null } },
    orderBy: [{ reverseChargeVerifiedAt: { sort: 'desc', nulls: 'first' } }, { displayName: 'asc' }],
    take,
    select: {
      id: true,
      displayName: true,
      sellerName: true,
      sellerAddress: true,
      vatId: true,
      reverseChargeVerifiedAt: true,
      vatIdChecks: {
        orderBy: { checkedAt: 'desc' },
        take: 1,
        select: {
          vatId: true,
          isValid: true,
          reference: true,
          checkedAt: true,
          checker: { select: { name: true } },
        },
      },
    },
  });
  return rows.map(({ id, displayName, vatId, reverseChargeVerifiedAt, vatIdChecks, ...seller }) => {
    const [last] = vatIdChecks.filter((check) => check.vatId === vatId);
    return {
      ...seller,
      providerId: id,
      name: displayName,
      vatId: vatId ?? '',
      verifiedAt: reverseChargeVerifiedAt,
      lastCheck: last
        ? { isValid: last.isValid, reference: last.reference, by: last.checker.name, at: last.checkedAt }
        : null,
    };
  });
}

/** Whether there is such a provider. */
export async function isProvider(tx: Tx, providerId: string): Promise<boolean> {
  return (await tx.provider.count({ where: { id: providerId } })) === 1;
}

/**
 * Notes whether a VAT id was found valid; false when the provider has another one by now, or does not ask for reverse
 * charge any more.
 */
export async function setVerified(
  tx: Tx,
  { providerId, vatId, verifiedAt }: { providerId: string; vatId: string; verifiedAt: Date | null },
): Promise<boolean> {
  const { count } = await tx.provider.updateMany({
    where: { id: providerId, vatId, reverseCharge: true },
    data: { reverseChargeVerifiedAt: verifiedAt },
  });
  return count === 1;
}

export async function insertVatIdCheck(
  tx: Tx,
  check: {
    providerId: string;
    vatId: string;
    isValid: boolean;
    reference: string | null;
    checkedBy: string;
    checkedAt: Date;
  },
): Promise<void> {
  await tx.vatIdCheck.create({ data: check, select: { id: true } });
}
