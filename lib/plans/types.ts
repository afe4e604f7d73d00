import type { Money } from '@/lib/shared/money';

/** A plan as the operator sells it now. */
export type PlanView = {
  code: string;
  /** Without VAT, for one interval; 0 is free of charge. */
  fee: Money;
  feeInterval: 'month' | 'year' | null;
  commissionBps: number;
  isCommissionVatIncluded: boolean;
  /** The payment service's fee on a session is the advisor's; else the platform bears it. */
  advisorBearsFee: boolean;
  features: readonly string[];
  /** Sold to whoever does not hold it yet. */
  isActive: boolean;
  /** Rises with each change, so that of two editors at once the second is refused. */
  version: number;
};
