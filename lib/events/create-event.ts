import type { Actor } from '@/lib/access/actor';
import { checkMinimum } from '@/lib/plans/check-minimum';
import { changeOwnOffer } from '@/lib/profiles/own-provider';
import { recordAudit } from '@/lib/server/audit/audit';
import { now as clock } from '@/lib/server/clock';
import { env } from '@/lib/server/env';
import { newId } from '@/lib/shared/ids';
import { err, fieldErrors, ok, type Result } from '@/lib/shared/result';
import { chooseHost } from './choose-host';
import { eventWords } from './event-words';
import { countEvents, findSeller, insertEvent } from './repository';
import { timesOf, wrongTimes } from './rules/terms';
import type { EventInput } from './schema';
import type { ChangedEvent } from './types';

/** Drafts and events on sale of one provider; more is a mistake or a script. */
const mostEvents = 500;

/**
 * Writes an event as a draft, which nobody else sees and which takes no time. Times are those of the provider's clocks;
 * not in the past, at most 400 days ahead, with no more participants than this provider may have. Of an organisation it is
 * held by the member who is named, else by its owner or a manager.
 */
export async function createEvent(actor: Actor, input: EventInput): Promise<Result<ChangedEvent>> {
  const now = await clock();
  const id = newId();
  const changed = await changeOwnOffer(actor, async (tx, providerId) => {
    if ((await countEvents(tx, providerId)) >= mostEvents) return err('common.rateLimited');
    const seller = await findSeller(tx, providerId);
    const { start, deadline, durationMinutes, texts, hostId, ...terms } = input;
    const times = timesOf({ start, deadline, durationMinutes }, seller.timeZone);
    const wrong = wrongTimes(times, now);
    if (Object.keys(wrong).length > 0) return fieldErrors(wrong);
    if (terms.maximumSeats > seller.allowedPlaces)
      return fieldErrors({ maximumSeats: 'event.tooManyPlaces' });
    const low = await checkMinimum(tx, { amount: terms.priceAmount, kinds: ['event'], field: 'price' });
    if (low) return low;
    const host = await chooseHost(tx, { providerId, hostId });
    if (!host) return fieldErrors({ hostId: 'common.invalidChoice' });
    await insertEvent(
      tx,
      {
        ...terms,
        ...times,
        id,
        providerId,
        hostId: host.id,
        currency: env().CURRENCY,
        mainLocale: mainLocaleOf(texts, seller.mainLocale),
        words: await eventWords({ texts, seller, host }),
      },
      texts,
    );
    const accountId = actor.kind === 'account' ? actor.accountId : null;
    await recordAudit(tx, {
      at: now,
      party: 'provider',
      accountId,
      action: 'event.create',
      subjectType: 'event',
      subjectId: id,
      to: 'draft',
    });
    return ok();
  });
  return changed.ok ? ok({ ...changed.value, eventId: id }) : changed;
}

/** The provider's main language, when the event is described in it. */
export function mainLocaleOf(texts: readonly { locale: string }[], main: string): string {
  return texts.some(({ locale }) => locale === main) ? main : (texts[0]?.locale ?? main);
}
