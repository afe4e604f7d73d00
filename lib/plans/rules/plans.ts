import type { CommissionTerms } from '@/lib/payments/rules/commission';

export type PlanCode = 'basic' | 'basic_plus' | 'premium' | 'premium_plus' | 'open';

/** What a plan may add to profile, bookings, events, chat, documents and meetings, which all plans have. */
export const planFeatures = ['guests', 'blog'] as const;
export type PlanFeature = (typeof planFeatures)[number];

/** Whether who holds the plan may use what it may add; the one place that decides it. */
export function planAllows(plan: { features: readonly string[] }, feature: PlanFeature): boolean {
  return plan.features.includes(feature);
}

export type Plan = {
  readonly code: PlanCode;
  /** Without VAT, in minor units, per interval. */
  readonly feeAmount: number;
  readonly feeInterval: 'month' | 'year' | null;
  readonly commissionBps: number;
  readonly isCommissionVatIncluded: boolean;
  readonly features: readonly PlanFeature[];
  readonly isActive: boolean;
};

/** The plans as shipped. They are data: the operator changes and switches them; bookings keep their terms. */
export const shippedPlans: readonly Plan[] = [
  plan('basic', { commissionBps: 1500 }),
  plan('basic_plus', { feeAmount: 1900, feeInterval: 'month', commissionBps: 1000 }),
  plan('premium', { feeAmount: 14900, feeInterval: 'month', features: ['guests', 'blog'] }),
  plan('premium_plus', { feeAmount: 163900, feeInterval: 'year', features: ['guests', 'blog'] }),
  plan('open', { commissionBps: 1000, isCommissionVatIncluded: true, isActive: false }),
];

/** The plan of a provider who has chosen no other; it costs nothing. */
export const defaultPlanCode: PlanCode = 'basic';

/** The commission terms that a booking copies when it is made: plan, the platform's VAT rate, reverse charge. */
export function commissionTerms(
  chosen: Pick<Plan, 'commissionBps' | 'isCommissionVatIncluded'>,
  vatBps: number,
  isReverseCharge: boolean,
): CommissionTerms {
  return {
    commissionBps: chosen.commissionBps,
    isVatIncluded: chosen.isCommissionVatIncluded,
    vatBps,
    isReverseCharge,
  };
}

function plan(code: PlanCode, differs: Partial<Omit<Plan, 'code'>>): Plan {
  return {
    code,
    feeAmount: 0,
    feeInterval: null,
    commissionBps: 0,
    isCommissionVatIncluded: false,
    features: [],
    isActive: true,
    ...differs,
  };
}
