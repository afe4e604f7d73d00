import { db } from '@/lib/server/db/client';
import type { Stand } from '../stand/stand';
import { taxDataOf } from '@/prisma/seed/factories/tax-data';
import type { Advisor } from './people';

/** Advisors whose onboarding at the payment service is complete, so that their money is transferred. */
export async function connectAdvisors(stand: Stand, advisors: Advisor[], now: Date): Promise<void> {
  const accounts = advisors.map(({ actor, providerId }) => ({
    id: `acct_drill${providerId.replaceAll('-', '').slice(-14)}`,
    created: now.toISOString(),
    email: actor.email,
    displayName: actor.name,
    onboarded: true,
    metadata: { providerId },
  }));
  await stand.control('stripe', 'seed', { accounts });
  await db().connectAccount.createMany({
    data: accounts.map(({ id, metadata }) => ({
      providerId: metadata.providerId,
      stripeAccountId: id,
      transfersActive: true,
      detailsComplete: true,
      requirements: [],
      createdAt: now,
    })),
  });
  await db().taxData.createMany({
    data: advisors.map(({ actor, providerId }) => taxDataOf(providerId, actor.name, now)),
  });
}
