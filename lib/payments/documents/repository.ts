import type { Database, Tx } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';
import { commissionDataSchema, receiptDataSchema } from './schema';
import type { DocumentView, FrozenDocument } from './types';

const viewSelect = {
  id: true,
  kind: true,
  label: true,
  month: true,
  currency: true,
  netAmount: true,
  vatAmount: true,
  grossAmount: true,
  dueAmount: true,
  issuedAt: true,
} as const satisfies Prisma.DocumentSelect;

/**
 * Takes the next number of a series; the row stays locked until the transaction ends, so that no number is lost or
 * given twice.
 */
export async function takeNumber(tx: Tx, series: string, year: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ last: number }[]>`
    insert into document_series (series, year, last) values (${series}, ${year}, 1)
    on conflict (series, year) do update set last = document_series.last + 1 returning last`;
  if (!row) throw new Error(`no number of ${series} ${year}`);
  return row.last;
}

export async function insertDocument(tx: Tx, data: Prisma.DocumentUncheckedCreateInput): Promise<string> {
  return (await tx.document.create({ data, select: { id: true } })).id;
}

export function findBySubject(
  database: Database,
  subjectKey: string,
): Promise<{ id: string; label: string } | null> {
  return database.document.findUnique({ where: { subjectKey }, select: { id: true, label: true } });
}

type Receipt = { id: string; label: string; subjectKey: string };

/** The latest receipt of a payment, null when none was issued, and how many there are. */
export async function findReceipts(
  database: Database,
  paymentId: string,
): Promise<{ last: Receipt | null; count: number }> {
  const rows = await database.document.findMany({
    where: { paymentId, kind: 'receipt' },
    orderBy: [{ issuedAt: 'desc' }, { year: 'desc' }, { number: 'desc' }],
    select: { id: true, label: true, subjectKey: true },
  });
  return { last: rows[0] ?? null, count: rows.length };
}

/** Whose a document is; null when there is no such document. */
export function findOwners(
  database: Database,
  id: string,
): Promise<{ providerId: string; clientId: string | null; label: string } | null> {
  return database.document.findUnique({
    where: { id },
    select: { providerId: true, clientId: true, label: true },
  });
}

/** The operator's invoices and credit notes to a provider, the latest first. */
export function listCommissionDocuments(
  database: Database,
  providerId: string,
  { take, skip }: { take: number; skip: number },
): Promise<DocumentView[]> {
  return database.document.findMany({
    where: { providerId, kind: { not: 'receipt' } },
    orderBy: [{ issuedAt: 'desc' }, { label: 'desc' }],
    take,
    skip,
    select: viewSelect,
  });
}

/** A document by what it is, its number and what it comes to. */
export function findIssued(database: Database, id: string) {
  return database.document.findUniqueOrThrow({
    where: { id },
    select: { kind: true, label: true, grossAmount: true, currency: true },
  });
}

/** What a paper is made of, as it was frozen. */
export async function findFrozen(database: Database, id: string): Promise<FrozenDocument> {
  const row = await database.document.findUniqueOrThrow({
    where: { id },
    select: { kind: true, label: true, locale: true, currency: true, issuedAt: true, data: true },
  });
  const { kind, data, ...head } = row;
  if (kind === 'receipt') {
    const frozen = receiptDataSchema.parse(data);
    return { ...head, kind, zone: frozen.zone, data: frozen };
  }
  const frozen = commissionDataSchema.parse(data);
  return { ...head, kind, zone: frozen.zone, data: frozen };
}

export async function findFile(database: Database, documentId: string): Promise<Uint8Array | null> {
  const row = await database.documentFile.findUnique({ where: { documentId }, select: { bytes: true } });
  return row?.bytes ?? null;
}

/** Stores a paper unless another process was faster: the first one counts. */
export async function insertFile(
  database: Database,
  file: { documentId: string; sha256: string; bytes: Uint8Array<ArrayBuffer>; storedAt: Date },
): Promise<void> {
  await database.documentFile.createMany({ data: [file], skipDuplicates: true });
}
