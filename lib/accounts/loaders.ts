import { notFound } from 'next/navigation';
import { cache } from 'react';
import { getLocale } from 'next-intl/server';
import type { AccountActor, ProviderActor } from '@/lib/access/actor';
import { type Href, pagePath } from '@/lib/i18n/page-path';
import { redirectTo } from '@/lib/i18n/redirect';
import { now as clock } from '@/lib/server/clock';
import { currentActor } from '@/lib/server/session/current';

/** Who looks at the page, anonymous visitors included. */
export { currentActor as loadActor } from '@/lib/server/session/current';

/** Who is signed in; a visitor is sent to sign in and comes back to the page afterwards. */
export async function loadActorOrSignIn(page: Href): Promise<AccountActor> {
  const actor = await currentActor();
  if (actor.kind === 'account') return actor;
  const locale = await getLocale();
  const next = pagePath(page, locale);
  return redirectTo({ pathname: '/sign-in', query: { next } }, locale);
}

/** Leads away from a page that has nothing for this reader: home, or to sign in. */
export async function redirectHomeOrSignIn(): Promise<never> {
  const actor = await currentActor();
  return redirectTo(actor.kind === 'account' ? '/home' : '/sign-in');
}

/** Whoever acts for a practice; an account that offers nothing yet is shown how to begin. */
export async function loadProviderActor(page: Href): Promise<ProviderActor> {
  const actor = await loadActorOrSignIn(page);
  if (actor.provider) return { ...actor, provider: actor.provider };
  return redirectTo('/become-advisor');
}

/** The owner of the practice in view; for its managers the page does not exist. */
export async function loadOwnerActor(page: Href): Promise<ProviderActor> {
  const actor = await loadProviderActor(page);
  return actor.provider.role === 'owner' ? actor : notFound();
}

/** Whoever runs the instance; for everybody else the page does not exist. */
export async function loadAdminActor(page: Href): Promise<AccountActor> {
  const actor = await loadActorOrSignIn(page);
  return actor.isAdmin ? actor : notFound();
}

/**
 * A client who may book: signed in, which takes a verified address, and zone confirmed. Whoever lacks one of these is led through it and
 * comes back to the page; visitors begin with registering.
 */
export async function loadClientOrPrepare(page: Href): Promise<AccountActor> {
  const actor = await currentActor();
  const locale = await getLocale();
  const next = pagePath(page, locale);
  if (actor.kind !== 'account') return redirectTo({ pathname: '/register', query: { next } }, locale);
  if (!actor.timeZone) return redirectTo({ pathname: '/welcome', query: { next } }, locale);
  return actor;
}

/** The product's time, for pages that say how far away something is. */
export const loadNow = cache(clock);
