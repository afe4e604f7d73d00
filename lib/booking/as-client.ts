import type { AccountActor, Actor } from '@/lib/access/actor';
import { can, worksAt } from '@/lib/access/policy';
import { err, ok, type Result } from '@/lib/shared/result';

/** Somebody who can book: signed in, with a verified address, and a zone in which times are told. */
export type BookingClient = AccountActor & { timeZone: string };

/** What they hear who would book where they work. */
const ownOffer = { 'booking:hold': 'booking.ownService', 'seat:take': 'event.ownEvent' } as const;

/**
 * The actor as a client of this provider, for times, seats and the waiting lists of both. Otherwise what is missing:
 * `auth.signInRequired`, `auth.emailNotVerified`, `account.timeZoneMissing`; `booking.ownService` or `event.ownEvent` for
 * those who work there.
 */
export function asClientOf(
  actor: Actor,
  permission: keyof typeof ownOffer,
  { providerId }: { providerId: string },
): Result<BookingClient> {
  if (actor.kind !== 'account') return err('auth.signInRequired');
  if (worksAt(actor, providerId)) return err(ownOffer[permission]);
  if (!actor.isEmailVerified) return err('auth.emailNotVerified');
  const { timeZone } = actor;
  if (!timeZone) return err('account.timeZoneMissing');
  return can(actor, permission, { providerId }) ? ok({ ...actor, timeZone }) : err('common.forbidden');
}
