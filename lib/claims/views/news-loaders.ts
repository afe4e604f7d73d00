import type { AccountActor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { readNotifications } from '@/lib/notifications/read-notifications';
import { db } from '@/lib/server/db/client';
import { type ClaimNews, claimNews } from '../tell-claim';
import { listNamed } from './repository';

const shown = 6;
/** So many are looked at for that. */
const recent = 60;

export type ClaimNewsItem = { id: string; news: ClaimNews; claimId: string; otherName: string; at: Date };

/**
 * What happened lately to claims of an account, seen from one of its sides, the latest first. What was heard at an
 * organisation is gone for whoever has left it.
 */
export async function loadRecentClaimNews(
  actor: AccountActor,
  party: 'client' | 'provider',
): Promise<ClaimNewsItem[]> {
  const rows = await readNotifications(db(), actor.accountId, { party, about: 'claimId' }, recent);
  const ids = rows.flatMap(({ claimId }) => claimId ?? []);
  const claims = new Map((await listNamed(db(), ids)).map((claim) => [claim.id, claim]));
  const items = rows.flatMap(({ id, kind, claimId, createdAt: at }) => {
    const news = claimNews.find((each) => kind === `claim.${each}`);
    const claim = claims.get(claimId ?? '');
    if (!news || !claim) return [];
    if (party === 'provider' && !can(actor, 'claim:viewAsProvider', claim)) return [];
    const otherName = party === 'client' ? claim.providerName : claim.clientName;
    return [{ id, news, claimId: claim.id, otherName, at }];
  });
  return items.slice(0, shown);
}
