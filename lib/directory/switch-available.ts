import type { Actor } from '@/lib/access/actor';
import { asProvider } from '@/lib/profiles/own-provider';
import { writeAvailableUntil } from '@/lib/profiles/read-profile';
import { availableUntil } from '@/lib/profiles/rules/available-now';
import { now as clock } from '@/lib/server/clock';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, ok, type Result } from '@/lib/shared/result';
import { updateAvailableUntil } from './repository';

/** Says for two hours, or no longer, that one is available now; in the directory at once. Only a public profile can. */
export async function switchAvailable(
  actor: Actor,
  { isOn }: { isOn: boolean },
): Promise<Result<{ until: Date | null }>> {
  const provider = asProvider(actor);
  if (!provider.ok) return provider;
  const { id, status } = provider.value.provider;
  if (isOn && status !== 'published') return err('provider.notBookable');
  const until = isOn ? availableUntil(await clock()) : null;
  await inTransaction(async (tx) => {
    await writeAvailableUntil(tx, id, until);
    await updateAvailableUntil(tx, id, until);
  });
  return ok({ until });
}
