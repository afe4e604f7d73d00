import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import type { ChangedProfile } from '@/lib/profiles/types';
import { recordAudit } from '@/lib/server/audit/audit';
import { now as clock } from '@/lib/server/clock';
import { inTransaction } from '@/lib/server/db/transaction';
import { queueEmail } from '@/lib/server/email/outbox';
import { enqueue } from '@/lib/server/jobs/boss';
import { newId } from '@/lib/shared/ids';
import { err, ok, type Result } from '@/lib/shared/result';
import { insertMeasure, lockMeasured, writeStanding } from './repository';
import { standingAfter } from './rules/standing';
import type { MeasureInput } from './schema';

/**
 * An admin warns, suspends, reopens or closes a provider's account, always with reasons that the provider is given by mail
 * and on its pages (Regulation (EU) 2022/2065, art. 17). Suspended or closed nothing can be booked and nothing is public.
 * Closed, what lies ahead is cancelled with everything going back and its plan ends; what was earned is released after its
 * windows.
 * `provider.measureImpossible` when it stands otherwise by now.
 */
export async function measureProvider(
  actor: Actor,
  { providerId, kind, reason }: MeasureInput,
): Promise<Result<ChangedProfile>> {
  const now = await clock();
  return inTransaction(async (tx) => {
    if (!can(actor, 'provider:measure', { providerId })) return err('common.notFound');
    const provider = await lockMeasured(tx, providerId);
    if (!provider) return err('common.notFound');
    const standing = standingAfter(kind, provider.status);
    if (!standing) return err('provider.measureImpossible');
    const id = newId();
    const { accountId: adminId } = actor;
    await insertMeasure(tx, { id, providerId, kind, reason, adminId, createdAt: now });
    if (standing !== provider.status) await writeStanding(tx, providerId, standing);
    await recordAudit(tx, {
      at: now,
      party: 'admin',
      accountId: adminId,
      action: `provider.${kind}`,
      subjectType: 'provider',
      subjectId: providerId,
      from: provider.status,
      to: standing,
    });
    const { id: accountId, email: recipient, locale } = provider.account;
    await queueEmail(tx, {
      accountId,
      recipient,
      locale,
      kind: `measure.${kind}`,
      params: { measureId: id },
      idempotencyKey: `measure/${id}`,
    });
    await enqueue(tx, 'directory.refresh', { providerId, isOfferChanged: true });
    return ok({ providerId, slug: provider.slug });
  });
}
