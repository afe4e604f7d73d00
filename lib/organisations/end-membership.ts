import { recordAudit } from '@/lib/server/audit/audit';
import type { Tx } from '@/lib/server/db/client';
import { queueEmail } from '@/lib/server/email/outbox';
import { enqueue } from '@/lib/server/jobs/boss';
import { endOpenMembership, findEndedMembership } from './repository';
import type { Membership } from './types';

type Ending = {
  membership: Membership;
  /** Whoever ends it: the organisation, or the account itself. */
  accountId: string;
  now: Date;
};

/**
 * Somebody no longer works for an organisation: from then on they see nothing of it and give none of its services. Whether
 * sessions stand against it is seen to by whoever calls, with the membership locked. Who was removed is told by mail.
 */
export async function endMembership(tx: Tx, { membership, accountId, now }: Ending): Promise<void> {
  const { id, organisationId, role } = membership;
  await endOpenMembership(tx, id, now);
  await recordAudit(tx, {
    at: now,
    party: 'provider',
    accountId,
    action: 'membership.end',
    subjectType: 'membership',
    subjectId: id,
    from: role,
  });
  await enqueue(tx, 'directory.refresh', { providerId: organisationId, isOfferChanged: true });
}

/** Tells somebody that an organisation has ended their part in it. */
export async function tellRemoved(tx: Tx, membershipId: string): Promise<void> {
  const ended = await findEndedMembership(tx, membershipId);
  if (!ended) return;
  const { id: accountId, email, locale } = ended.account;
  await queueEmail(tx, {
    accountId,
    recipient: email,
    locale,
    kind: 'organisation.removed',
    params: { membershipId },
    idempotencyKey: `organisation.removed/${membershipId}`,
  });
}
