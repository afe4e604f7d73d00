import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { db } from '@/lib/server/db/client';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { err, type Result } from '@/lib/shared/result';
import { openAccountPage } from './open-page';
import { findConnectAccount } from './repository';

/** The address of the provider's own pages at the payment service: made on each click, it works once. */
export async function openDashboard(actor: Actor): Promise<Result<{ url: string }>> {
  if (actor.kind !== 'account' || !actor.provider) return err('common.notFound');
  const providerId = actor.provider.id;
  if (!can(actor, 'provider:own', { providerId })) return err('common.notFound');
  const account = await findConnectAccount(db(), providerId);
  if (!account) return err('provider.onboardingIncomplete');
  return openAccountPage(account.stripeAccountId, (id) => stripeGateway().dashboardLink(id));
}
