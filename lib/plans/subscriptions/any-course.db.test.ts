import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planInvariants } from '@/lib/plans/invariants';
import { db } from '@/lib/server/db/client';
import { checkInvariant } from '@/lib/server/db/invariant';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { PlanJourney } from '@/prisma/test-plan';
import { stripeForTests } from '@/prisma/test-services';
import { payCheckout } from '@/sandbox/testing/hosted-pages';
import { cancelPlan, resumePlan } from './cancel-plan';
import { dropChoice } from './drop-choice';

const stripe = stripeForTests();

type Step =
  | { do: 'choose'; code: string; pays: boolean }
  | { do: 'cancel' | 'resume' | 'drop' | 'badCard' | 'goodCard' | 'tell' }
  | { do: 'pass'; days: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('choose' as const),
    code: fc.constantFrom('basic', 'basic_plus', 'premium', 'premium_plus'),
    pays: fc.boolean(),
  }),
  fc.record({
    do: fc.constantFrom('cancel', 'resume', 'drop', 'badCard', 'goodCard', 'tell' as const),
  }),
  fc.record({ do: fc.constant('pass' as const), days: fc.constantFrom(1, 5, 8, 20, 32, 200) }),
);

async function take(journey: PlanJourney, next: Step): Promise<void> {
  if (next.do === 'choose') {
    const chosen = await journey.choose(next.code);
    if (next.pays && chosen.ok && chosen.value.url) await payCheckout(chosen.value.url);
  } else if (next.do === 'pass') await journey.pass(next.days);
  else if (next.do === 'tell') await journey.tell();
  else if (next.do === 'cancel') await cancelPlan(journey.actor);
  else if (next.do === 'resume') await resumePlan(journey.actor);
  else if (next.do === 'drop') await dropChoice(journey.actor);
  else if (await db().planCustomer.findUnique({ where: { providerId: journey.providerId } }))
    await journey.changeCard(next.do === 'badCard' ? '4000000000000341' : '4242424242424242');
}

/** Revenue and what is deferred are the net amounts of the paid invoices, the balance is the payment service's. */
async function checkMoney(journey: PlanJourney): Promise<void> {
  const paid = await db().planInvoice.aggregate({
    where: { providerId: journey.providerId, status: 'paid' },
    _sum: { netAmount: true, vatAmount: true, stripeFee: true },
  });
  const { RS = 0, DF = 0, VO = 0, XF = 0, SP = 0, SA = 0 } = await journey.balances();
  expect(RS + DF).toBe(0 - (paid._sum.netAmount ?? 0));
  expect(VO).toBe(0 - (paid._sum.vatAmount ?? 0));
  expect(XF).toBe(paid._sum.stripeFee ?? 0);
  const [balance] = await stripeGateway().balance();
  expect(SP + SA).toBe((balance?.available ?? 0) + (balance?.pending ?? 0));
}

describe('whatever is clicked, paid, refused and waited for', () => {
  it('in the end holds what is paid for, and every cent is booked', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
        await PlanJourney.forget(stripe);
        const journey = await PlanJourney.start(stripe);
        for (const next of steps) await take(journey, next);
        await journey.settle();
        // Voiding and ending at the payment service are news too.
        await journey.settle();
        for (const invariant of planInvariants) {
          if (invariant.name === 'plans.paidIsBooked' || invariant.name === 'plans.yearsAreReleased')
            continue;
          const { violations } = await checkInvariant(db(), invariant, journey.now);
          expect(violations, invariant.name).toEqual([]);
        }
        await checkMoney(journey);
        await db().provider.update({ where: { id: journey.providerId }, data: { planCode: 'basic' } });
      }),
      { numRuns: 15 },
    );
  }, 300_000);
});
