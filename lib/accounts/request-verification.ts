import type { Tx } from '@/lib/server/db/client';
import { enqueue } from '@/lib/server/jobs/boss';
import { hashToken } from '@/lib/server/session/token';
import { newId } from '@/lib/shared/ids';
import { addHours } from '@/lib/shared/time';
import { linkToken } from './link-token';
import { insertRegistration, type NewRegistration } from './repository';

const validHours = 48;

/** What a registration keeps; the row adds its id, its link and its times. */
export type Chosen = Omit<NewRegistration, 'id' | 'tokenHash' | 'createdAt' | 'expiresAt'>;

/**
 * Keeps what was chosen until its link is opened, for 48 hours, and has the worker write the mail. Whether the address
 * has an account is looked up there, so that asking takes equally long for all.
 */
export async function requestVerification(tx: Tx, chosen: Chosen, now: Date): Promise<void> {
  const id = newId();
  const tokenHash = hashToken(linkToken(id));
  await insertRegistration(tx, {
    id,
    ...chosen,
    tokenHash,
    createdAt: now,
    expiresAt: addHours(now, validHours),
  });
  await enqueue(tx, 'account.registration', { registrationId: id });
}
