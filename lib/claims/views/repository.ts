import type { Database } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';
import type { ContentType } from '@/lib/shared/file-limits';
import { aboutSelect, findAttendance, recordSelect, toRecord, toSubject } from '../repository';
import type { ClaimMessageView, ClaimView } from '../types';

export { findAttendance };

const providerSelect = {
  id: true,
  displayName: true,
  slug: true,
  portrait: true,
  kind: true,
  status: true,
  timeZone: true,
} as const satisfies Prisma.ProviderSelect;

const messageSelect = {
  id: true,
  party: true,
  authorId: true,
  author: { select: { name: true } },
  kind: true,
  text: true,
  createdAt: true,
  files: {
    select: { file: { select: { id: true, name: true, size: true, contentType: true, status: true } } },
    orderBy: { fileId: 'asc' },
  },
} as const satisfies Prisma.ClaimMessageSelect;

const giverSelect = { select: { id: true, displayName: true } } as const;

const viewSelect = {
  ...recordSelect,
  ...aboutSelect,
  reason: true,
  wish: true,
  wishAmount: true,
  ground: true,
  client: { select: { id: true, name: true, locale: true, timeZone: true } },
  provider: { select: providerSelect },
  messages: { select: messageSelect, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
  booking: { select: { ...aboutSelect.booking.select, specialist: giverSelect } },
  seat: {
    select: { ...aboutSelect.seat.select, event: { select: { hostId: true, host: giverSelect } } },
  },
} as const satisfies Prisma.ClaimSelect;

type Row = Prisma.ClaimGetPayload<{ select: typeof viewSelect }>;

function toMessage({ author, createdAt, files, party, ...row }: Row['messages'][number]): ClaimMessageView {
  return {
    ...row,
    party: party === 'client' || party === 'provider' ? party : 'admin',
    author: author.name,
    at: createdAt,
    files: files.map(({ file: { status, contentType, ...file } }) => ({
      ...file,
      contentType: contentType as ContentType | null,
      state: status === 'ready' || status === 'refused' ? status : 'checking',
    })),
  };
}

/** A claim with everything that anybody may see of it; who may see what, the loaders say. */
export async function findClaimView(database: Database, id: string): Promise<ClaimView | null> {
  const row = await database.claim.findUnique({ where: { id }, select: viewSelect });
  if (!row) return null;
  const { reason, wish, wishAmount, ground, client, messages } = row;
  const { displayName: name, ...provider } = row.provider;
  const giver = row.booking?.specialist ?? row.seat?.event.host;
  return {
    ...toRecord(row),
    reason,
    wish,
    wishAmount,
    ground,
    client,
    provider: { ...provider, name },
    givenBy: giver && giver.id !== row.providerId ? giver.displayName : null,
    about: toSubject(row),
    messages: messages.map(toMessage),
  };
}

/** Which file of which claim somebody wants, with who is who. */
export async function findClaimFile(database: Database, claimId: string, fileId: string) {
  const row = await database.claimFile.findFirst({
    where: { fileId, message: { claimId } },
    select: {
      file: { select: { status: true } },
      message: { select: { authorId: true, kind: true } },
    },
  });
  return row && { status: row.file.status, ...row.message };
}

/** What is known of the two sides: sessions that took place, and other claims with what came of them. */
export async function readHistory(
  database: Database,
  { claimId, clientId, providerId }: { claimId: string; clientId: string; providerId: string },
) {
  const others = { id: { not: claimId } };
  const upheld = { refundAmount: { gt: 0 } };
  const [clientSessions, providerSessions, ofClient, ofProvider, upheldForClient, upheldAgainst] =
    await Promise.all([
      database.booking.count({ where: { clientId, status: 'completed' } }),
      database.booking.count({ where: { providerId, status: 'completed' } }),
      database.claim.count({ where: { ...others, clientId } }),
      database.claim.count({ where: { ...others, providerId } }),
      database.claim.count({ where: { ...others, ...upheld, clientId } }),
      database.claim.count({ where: { ...others, ...upheld, providerId } }),
    ]);
  return {
    client: { sessions: clientSessions, claims: ofClient, upheld: upheldForClient },
    provider: { sessions: providerSessions, claims: ofProvider, upheld: upheldAgainst },
  };
}

/** What a line of news says of claims: whose they are and what both sides are called. */
export async function listNamed(database: Database, ids: string[]) {
  const rows = await database.claim.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      clientId: true,
      providerId: true,
      client: { select: { name: true } },
      provider: { select: { displayName: true } },
      booking: { select: { specialistId: true } },
      seat: { select: { event: { select: { hostId: true } } } },
    },
  });
  return rows.map(({ client, provider, booking, seat, ...row }) => ({
    ...row,
    specialistId: booking?.specialistId ?? seat?.event.hostId ?? row.providerId,
    clientName: client.name,
    providerName: provider.displayName,
  }));
}
