import type { Tx } from '@/lib/server/db/client';
import { queueEmail } from '@/lib/server/email/outbox';
import { findOwnerAccount } from './repository';
import { withManagers } from './with-managers';

/** What became of somebody's part in an organisation by their own word. */
export const teamNews = ['joined', 'declined', 'left'] as const;
export type TeamNews = (typeof teamNews)[number];

type Telling = {
  news: TeamNews;
  organisationId: string;
  /** Who has answered or left; is not told. */
  accountId: string;
  /** The invitation or membership that it is about. */
  subjectId: string;
};

/** The owner and the managers hear by mail who joins, declines or leaves. */
export async function tellTeam(
  tx: Tx,
  { news, organisationId, accountId, subjectId }: Telling,
): Promise<void> {
  const owner = await findOwnerAccount(tx, organisationId);
  const readers = await withManagers(tx, organisationId, owner ? [owner] : []);
  for (const { id, email, locale } of readers.filter((reader) => reader.id !== accountId))
    await queueEmail(tx, {
      accountId: id,
      recipient: email,
      locale,
      kind: `organisation.${news}`,
      params: { organisationId, accountId },
      idempotencyKey: `organisation.${news}/${subjectId}/${id}`,
    });
}
