import type { Actor } from '@/lib/access/actor';
import { isTimeTaken } from '@/lib/availability/occupy-time';
import { changeOwnOffer } from '@/lib/profiles/own-provider';
import { now as clock } from '@/lib/server/clock';
import { err, ok, type Result } from '@/lib/shared/result';
import { changeEventStatus } from './change-status';
import { chooseHost } from './choose-host';
import { eventWords } from './event-words';
import { findSeller, listTexts, lockEvent } from './repository';
import { missingToPublish } from './rules/publishing';
import type { ChangedEvent } from './types';

/**
 * Puts a draft on sale and takes the host's time for it: `event.timeTaken` when something else does, `event.inPast` and
 * `event.deadlineInvalid` when it is too late, `provider.notBookable` while the profile is not public, `event.hostGone`
 * when the member who was to hold it has left or is suspended.
 */
export async function publishEvent(
  actor: Actor,
  { eventId }: { eventId: string },
): Promise<Result<ChangedEvent>> {
  const now = await clock();
  try {
    const changed = await changeOwnOffer(actor, async (tx, providerId) => {
      const event = await lockEvent(tx, eventId);
      if (!event || event.providerId !== providerId || actor.kind !== 'account')
        return err('common.notFound');
      const seller = await findSeller(tx, providerId);
      const [missing] = missingToPublish(event, seller, now);
      if (missing && event.status === 'draft') return err(missing);
      const host = await chooseHost(tx, event);
      if (!host) return err('event.hostGone');
      const texts = await listTexts(tx, eventId);
      const words = await eventWords({ texts, seller, host });
      const by = { party: 'provider' as const, accountId: actor.accountId };
      const data = { publishedAt: now, words };
      return changeEventStatus(tx, { event, transition: 'publish', by, now, data });
    });
    return changed.ok ? ok({ ...changed.value, eventId }) : changed;
  } catch (error) {
    if (isTimeTaken(error)) return err('event.timeTaken');
    throw error;
  }
}
