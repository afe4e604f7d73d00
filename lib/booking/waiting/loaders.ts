import type { AccountActor, ProviderActor } from '@/lib/access/actor';
import { shownSince, USUAL_WAITING_DAYS, WAITING_DAYS } from '@/lib/booking/rules/waiting';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { readOffer } from '@/lib/services/free-times';
import { isId } from '@/lib/shared/ids';
import { addLocalDays, localDate } from '@/lib/shared/time';
import { isAnythingFree } from './anything-free';
import { isWaitingFor, listOwnEntries, listWaitingFor } from './repository';

/** A service that can be waited for, and the days that can be chosen; null when nothing is sold here. */
export async function loadWaitOffer(actor: AccountActor, serviceId: string) {
  const offer = isId(serviceId) ? await readOffer(db(), serviceId) : null;
  if (!offer?.isSellable) return null;
  const now = await clock();
  const today = localDate(now, offer.provider.timeZone);
  const usualLast = addLocalDays(today, USUAL_WAITING_DAYS);
  return {
    offer,
    today,
    usualLast: (await isAnythingFree(offer, { first: today, last: usualLast }, now)) ? undefined : usualLast,
    last: addLocalDays(today, WAITING_DAYS),
    isWaiting: await isWaitingFor(db(), { clientId: actor.accountId, serviceId }),
  };
}

/** The places that a client waits for, those that are kept for them, and what came to nothing lately. */
export async function loadOwnWaiting(actor: AccountActor) {
  return listOwnEntries(db(), actor.accountId, shownSince(await clock()));
}

/** Who waits for a service of the provider's, the first in line first; nobody for any other. */
export async function loadWaitingFor(actor: ProviderActor, serviceId: string) {
  const offer = await readOffer(db(), serviceId);
  return offer?.providerId === actor.provider.id ? listWaitingFor(db(), serviceId) : [];
}
