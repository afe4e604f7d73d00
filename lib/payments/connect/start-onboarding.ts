import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { defaultLocale, isLocale } from '@/lib/i18n/routing';
import { idempotencyKey } from '@/lib/payments/rules/idempotency-keys';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { env } from '@/lib/server/env';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { err, type Result } from '@/lib/shared/result';
import { fingerprint } from '../fingerprint';
import { openAccountPage } from './open-page';
import { findConnectAccount, findCountry, insertConnectAccount } from './repository';

/** A fault is repeated for its key: an hour later it is another one. */
const hourOf = (now: Date) => Math.floor(now.getTime() / 3_600_000);

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
  if (!can(actor, 'provider:own', { providerId })) return err('common.notFound');
  const stripe = stripeGateway();
  let accountId = (await findConnectAccount(db(), providerId))?.stripeAccountId;
  if (!accountId) {
    const said = {
      email: actor.email,
      displayName: actor.name,
      country: (await findCountry(db(), providerId)) ?? defaultCountry,
      currency: env().CURRENCY,
      locale: isLocale(actor.locale) ? actor.locale : defaultLocale,
      metadata: { providerId },
    };
    const now = await clock();
    const key = idempotencyKey.recipient(providerId, fingerprint({ ...said, hour: hourOf(now) }));
    const created = await stripe.createRecipientAccount({ key, ...said });
    await insertConnectAccount(db(), providerId, created.id, now);
    // Of two requests at once the first decides which account it is.
    accountId = (await findConnectAccount(db(), providerId))?.stripeAccountId ?? created.id;
  }
  return openAccountPage(accountId, (id) => stripe.onboardingLink({ accountId: id, ...addresses }));
}
