import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { queueEmail } from '@/lib/server/email/outbox';
import { closeRegistrations, findAccountByEmail, findRegistration } from './repository';

/**
 * The mail that follows a registration: the link, or "you have an account already" (once an hour) where the address is
 * verified. A suspended or deleted account is told nothing.
 */
export async function answerRegistration({ registrationId }: { registrationId: string }): Promise<void> {
  const registration = await findRegistration(db(), { id: registrationId });
  if (!registration || registration.usedAt) return;
  const { email, next } = registration;
  const known = await findAccountByEmail(db(), email);
  if (known && known.status !== 'active') return;
  const now = await clock();
  await inTransaction(async (tx) => {
    if (!known?.emailVerifiedAt) {
      return queueEmail(tx, {
        accountId: known?.id ?? null,
        recipient: email,
        locale: registration.locale,
        kind: 'account.verify_email',
        params: { tokenId: registrationId, ...(next && { next }) },
        idempotencyKey: `registration/${registrationId}`,
      });
    }
    await closeRegistrations(tx, email, now);
    return queueEmail(tx, {
      accountId: known.id,
      recipient: known.email,
      locale: known.locale,
      kind: 'account.already_registered',
      params: {},
      idempotencyKey: `already-registered/${known.id}/${now.toISOString().slice(0, 13)}`,
    });
  });
}
