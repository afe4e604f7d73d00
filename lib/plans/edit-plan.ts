import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { recordAudit } from '@/lib/server/audit/audit';
import { now as clock } from '@/lib/server/clock';
import type { Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { leastCharge } from '@/lib/shared/price';
import { err, fieldErrors, ok, type Result } from '@/lib/shared/result';
import { findPlan, findPlanId, updatePlan } from './repository';
import { defaultPlanCode, type PlanFeature } from './rules/plans';
import type { PlanView } from './types';

export type PlanTermsInput = {
  planCode: string;
  version: number;
  /** Without VAT, minor units, each interval. */
  feeAmount: number;
  commissionBps: number;
  isCommissionVatIncluded: boolean;
  /** Who bears the payment service's fee on a session. */
  advisorBearsFee: boolean;
  features: readonly PlanFeature[];
};

/**
 * The operator changes what a plan costs and adds, from now on: bookings made keep their terms, and who pays a fee already
 * goes on with it. What is not billed costs nothing, anything else at least what the payment service charges
 * (`plan.feeInvalid`). Each change is in the audit log. Of two editors at once the second is refused.
 */
export async function editPlan(actor: Actor, input: PlanTermsInput): Promise<Result<undefined>> {
  if (!can(actor, 'plan:edit', null)) return err('common.notFound');
  const now = await clock();
  return inTransaction(async (tx) => {
    const plan = await findPlan(tx, input.planCode);
    if (!plan) return err('common.notFound');
    const isBilled = plan.feeInterval !== null;
    if (isBilled ? input.feeAmount < leastCharge : input.feeAmount !== 0)
      return fieldErrors({ fee: 'plan.feeInvalid' });
    const features = [...input.features];
    const { feeAmount, commissionBps, advisorBearsFee } = input;
    const { isCommissionVatIncluded: commissionVatIncluded } = input;
    const terms = { feeAmount, commissionBps, commissionVatIncluded, advisorBearsFee, features };
    if (!(await updatePlan(tx, { code: plan.code, version: input.version }, terms)))
      return err('common.conflict');
    const changes: Change[] = [
      ['fee', plan.fee.amount, feeAmount],
      ['commission', plan.commissionBps, commissionBps],
      ['vatIncluded', plan.isCommissionVatIncluded, commissionVatIncluded],
      ['advisorBearsFee', plan.advisorBearsFee, advisorBearsFee],
      ['features', plan.features.join(' '), features.join(' ')],
    ];
    await auditChanges(tx, { plan, accountId: actor.accountId, now }, changes);
    return ok();
  });
}

type Change = [name: string, from: string | number | boolean, to: string | number | boolean];
type By = { plan: PlanView; accountId: string; now: Date };

async function auditChanges(tx: Tx, { plan, accountId, now }: By, changes: readonly Change[]): Promise<void> {
  const subjectId = await findPlanId(tx, plan.code);
  for (const [name, from, to] of changes) {
    if (from === to) continue;
    await recordAudit(tx, {
      at: now,
      party: 'admin',
      accountId,
      action: `plan.${name}`,
      subjectType: 'plan',
      subjectId,
      from: String(from),
      to: String(to),
    });
  }
}

/**
 * Sells a plan, or sells it no longer; whoever holds it keeps it and goes on paying. The plan that everybody has who has no
 * other is always sold: `plan.defaultStays`.
 */
export async function switchPlan(
  actor: Actor,
  { planCode, version, isActive }: { planCode: string; version: number; isActive: boolean },
): Promise<Result<undefined>> {
  if (!can(actor, 'plan:edit', null)) return err('common.notFound');
  const now = await clock();
  return inTransaction(async (tx) => {
    const plan = await findPlan(tx, planCode);
    if (!plan) return err('common.notFound');
    if (planCode === defaultPlanCode && !isActive) return err('plan.defaultStays');
    if (!(await updatePlan(tx, { code: planCode, version }, { isActive }))) return err('common.conflict');
    await auditChanges(tx, { plan, accountId: actor.accountId, now }, [['active', plan.isActive, isActive]]);
    return ok();
  });
}
