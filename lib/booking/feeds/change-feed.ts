import type { AccountActor, Actor } from '@/lib/access/actor';
import { asOwner } from '@/lib/accounts/own-account';
import { asProvider } from '@/lib/profiles/own-provider';
import { recordAudit } from '@/lib/server/audit/audit';
import { now as clock } from '@/lib/server/clock';
import type { Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { isWithinLimit } from '@/lib/server/rate-limit';
import { hashToken } from '@/lib/server/session/token';
import { newId } from '@/lib/shared/ids';
import { err, ok, type Result } from '@/lib/shared/result';
import { lockClient } from '../repository';
import { deleteFeed, insertFeed } from './repository';
import type { FeedInput } from './schema';
import { feedToken } from './token';
import type { FeedKind } from './types';

const changesAnHour = 20;

/** Everybody has appointments; an agenda has whoever offers something. */
function ownerOf(actor: Actor, kind: FeedKind): Result<AccountActor> {
  return kind === 'agenda' ? asProvider(actor) : asOwner(actor);
}

/** Makes the address of a feed, or a new one in its place: from then on the old one answers like one that never was. */
export async function renewFeed(actor: Actor, { kind }: FeedInput): Promise<Result<undefined>> {
  const owner = ownerOf(actor, kind);
  if (!owner.ok) return owner;
  const { accountId } = owner.value;
  if (!(await isWithinLimit(`feed/change/${accountId}`, changesAnHour, 3600)))
    return err('common.rateLimited');
  const now = await clock();
  return inTransaction(async (tx) => {
    // Two at once come one after the other; the later one's address is the one that works.
    await lockClient(tx, accountId);
    await deleteFeed(tx, { accountId, kind });
    const id = newId();
    await insertFeed(tx, { id, accountId, kind, tokenHash: hashToken(feedToken(id)), createdAt: now });
    await audit(tx, { accountId, kind, now, action: 'calendarFeed.renew' });
    return ok();
  });
}

/** Switches a feed off: its address answers like one that never was. Off already is fine. */
export async function endFeed(actor: Actor, { kind }: FeedInput): Promise<Result<undefined>> {
  const owner = ownerOf(actor, kind);
  if (!owner.ok) return owner;
  const { accountId } = owner.value;
  const now = await clock();
  return inTransaction(async (tx) => {
    if (await deleteFeed(tx, { accountId, kind }))
      await audit(tx, { accountId, kind, now, action: 'calendarFeed.end' });
    return ok();
  });
}

type Change = {
  accountId: string;
  kind: FeedKind;
  now: Date;
  action: 'calendarFeed.renew' | 'calendarFeed.end';
};

function audit(tx: Tx, { accountId, kind, now, action }: Change): Promise<void> {
  const party = kind === 'agenda' ? 'provider' : 'client';
  return recordAudit(tx, { at: now, party, accountId, action, subjectType: 'account', subjectId: accountId });
}
