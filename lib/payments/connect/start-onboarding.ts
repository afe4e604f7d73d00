import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { defaultLocale, isLocale } from '@/lib/i18n/routing';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { env } from '@/lib/server/env';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { err, ok, type Result } from '@/lib/shared/result';
import { findConnectAccount, findCountry, insertConnectAccount } from './repository';

/** Only offered to begin with: who is asked on the hosted form may change it there. */
const defaultCountry = 'FR';

/**
 * Sends the provider to the hosted onboarding; makes its connected account on first use. What comes of it is told by
 * webhooks, never by the way back.
 */
export async function startOnboarding(
  actor: Actor,
  addresses: { returnUrl: string; refreshUrl: string },
): Promise<Result<{ url: string }>> {
  if (actor.kind !== 'account' || !actor.provider) return err('common.notFound');
  const providerId = actor.provider.id;
  if (!can(actor, 'provider:manage', { providerId })) return err('common.notFound');
  const stripe = stripeGateway();
  let accountId = (await findConnectAccount(db(), providerId))?.stripeAccountId;
  if (!accountId) {
    const created = await stripe.createRecipientAccount({
      key: `ac:${providerId}`,
      email: actor.email,
      displayName: actor.name,
      country: (await findCountry(db(), providerId)) ?? defaultCountry,
      currency: env().CURRENCY,
      locale: isLocale(actor.locale) ? actor.locale : defaultLocale,
      metadata: { providerId },
    });
    accountId = created.id;
    await insertConnectAccount(db(), providerId, accountId, await clock());
  }
  return ok({ url: await stripe.onboardingLink({ accountId, ...addresses }) });
}
