import { tell } from '@/lib/notifications/tell';
import { readIsMember } from '@/lib/organisations/read-team';
import { withManagers } from '@/lib/organisations/with-managers';
import type { Tx } from '@/lib/server/db/client';
import { findParties } from './repository';
import type { ClaimMessageView } from './types';

/** What both sides hear of a claim; each is a mail template and a line in the app. No reasons and no texts are in it. */
export const claimNews = [
  'opened',
  'refunded',
  'refundedInPart',
  'declined',
  'accepted',
  'contested',
  'unanswered',
  'withdrawn',
  'decided',
  'moneyReturned',
  'written',
] as const;
export type ClaimNews = (typeof claimNews)[number];

type Side = 'client' | 'provider';

/** Tells both sides, each in its own language: the client, and at an organisation who gave it, owner and managers. */
export async function tellClaim(tx: Tx, claimId: string, news: ClaimNews): Promise<void> {
  await tellSides(tx, claimId, news, { sides: ['client', 'provider'], occasion: claimId });
}

/** Tells everybody but the side that wrote; once for each message. */
export async function tellOthers(
  tx: Tx,
  claimId: string,
  writer: ClaimMessageView['party'],
  now: Date,
): Promise<void> {
  const sides = (['client', 'provider'] as const).filter((side) => side !== writer);
  await tellSides(tx, claimId, 'written', { sides, occasion: `${claimId}/${now.getTime()}` });
}

type Telling = { sides: readonly Side[]; occasion: string };

async function tellSides(
  tx: Tx,
  claimId: string,
  news: ClaimNews,
  { sides, occasion }: Telling,
): Promise<void> {
  const { client, providerId, specialistId, owner, specialist } = await findParties(tx, claimId);
  const common = { kind: `claim.${news}`, about: { claimId }, occasion };
  if (sides.includes('client')) {
    const params = { party: 'client', occasion };
    await tell(tx, { ...common, accountId: client.id, email: client.email, locale: client.locale, params });
  }
  if (!sides.includes('provider')) return;
  const isMember = specialistId !== providerId && (await readIsMember(tx, { providerId, specialistId }));
  const readers = isMember ? [{ ...specialist, reader: 'specialist' }, owner] : [owner];
  for (const { id, email, locale, ...reader } of await withManagers(tx, providerId, readers)) {
    const params = { party: 'provider', ...reader, occasion };
    await tell(tx, { ...common, accountId: id, email, locale, params });
  }
}
