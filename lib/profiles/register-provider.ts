import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { recordAudit } from '@/lib/server/audit/audit';
import { now as clock } from '@/lib/server/clock';
import { isConstraintViolation } from '@/lib/server/db/errors';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, fieldErrors, ok, type Result } from '@/lib/shared/result';
import { insertProvider, listTakenSlugs } from './repository';
import { slugOf } from './rules/slug';
import type { RegisterProviderInput } from './schema';
import type { ChangedProfile } from './types';

/** Namesakes beyond this are refused; a name of its own helps. */
const maxNamesakes = 50;

/**
 * Turns an account into a specialist or an organisation, one or the other, on a plan that costs nothing, with an
 * unpublished profile; the client side stays. An account does so once, after its e-mail address is verified. The address of the profile comes from the name, with a number when it is taken.
 */
export async function registerProvider(
  actor: Actor,
  input: RegisterProviderInput,
): Promise<Result<ChangedProfile>> {
  if (actor.kind !== 'account') return err('auth.signInRequired');
  if (!actor.isEmailVerified) return err('auth.emailNotVerified');
  if (!can(actor, 'provider:register', null)) return err('account.alreadyProvider');
  const now = await clock();
  for (;;) {
    try {
      return await inTransaction(async (tx) => {
        const slugs = Array.from({ length: maxNamesakes }, (_, index) =>
          slugOf(input.displayName, index === 0 ? undefined : index + 1),
        );
        const taken = await listTakenSlugs(tx, slugs);
        const slug = slugs.find((one) => !taken.includes(one));
        if (slug === undefined) return fieldErrors({ displayName: 'provider.slugTaken' });
        const { accountId, locale: mainLocale } = actor;
        const { next: _next, ...data } = input;
        const providerId = await insertProvider(tx, { accountId, slug, mainLocale, ...data });
        await recordAudit(tx, {
          at: now,
          party: 'provider',
          accountId,
          action: 'provider.register',
          subjectType: 'provider',
          subjectId: providerId,
          to: 'draft',
        });
        return ok({ providerId, slug });
      });
    } catch (error) {
      if (isConstraintViolation(error, 'provider_account_id_key')) return err('account.alreadyProvider');
      // A namesake registered at the same moment: the next number is free.
      if (!isConstraintViolation(error, 'provider_slug_key')) throw error;
    }
  }
}
