import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { queueEmail } from '@/lib/server/email/outbox';
import { findInvitation, findReader } from './repository';
import { whyOver } from './rules/invitation';

/**
 * The mail with the link of an invitation, in the language of the invited account, else in the organisation's. An account
 * that is suspended or deleted is told nothing.
 */
export async function mailInvitation({ invitationId }: { invitationId: string }): Promise<void> {
  const invitation = await findInvitation(db(), { id: invitationId });
  if (!invitation || whyOver(invitation, await clock())) return;
  const { email, organisation } = invitation;
  const reader = await findReader(db(), email);
  if (reader && reader.status !== 'active') return;
  await inTransaction((tx) =>
    queueEmail(tx, {
      accountId: reader?.id ?? null,
      recipient: email,
      locale: reader?.locale ?? organisation.mainLocale,
      kind: 'organisation.invited',
      params: { invitationId },
      idempotencyKey: `organisation.invited/${invitationId}`,
    }),
  );
}
