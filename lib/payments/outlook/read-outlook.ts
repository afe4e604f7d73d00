import { MINIMUM_CHARGE } from '@/lib/payments/rules/minimum-charge';
import { nextPayout } from '@/lib/payments/rules/next-payout';
import { requirementTopicsOf } from '@/lib/payments/rules/requirement-topic';
import { SALES_STOP_DAYS, UNPAID_RETURN_DAYS, waitingStage } from '@/lib/payments/rules/waiting-payout';
import type { Database } from '@/lib/server/db/client';
import { env } from '@/lib/server/env';
import { addHours } from '@/lib/shared/time';
import { findOpenDebtPayment } from '../debts/pay/repository';
import { arePayoutsStopped } from '../reconciliation/repository';
import { findOldestCharge, findPayoutTerms, listComing, listDebtsOf } from './repository';
import type { DebtView, Obstacle, PayoutAccount, PayoutOutlook } from './types';

type Terms = Awaited<ReturnType<typeof findPayoutTerms>>;

/**
 * How and when a provider is paid: what comes next as the payouts themselves would work it out, what keeps money from being
 * paid out, what is owed, and for how long money has been waiting for details.
 */
export async function readPayoutOutlook(
  database: Database,
  providerId: string,
  now: Date,
): Promise<PayoutOutlook> {
  const [terms, rows, oldestCharge, debts, paying, areStopped] = await Promise.all([
    findPayoutTerms(database, providerId),
    listComing(database, providerId),
    findOldestCharge(database, providerId),
    listDebtsOf(database, providerId),
    findOpenDebtPayment(database, providerId),
    arePayoutsStopped(database),
  ]);
  const { PAYOUT_SCHEDULE: usual, PAYOUT_THRESHOLD: threshold, OPERATOR_TIME_ZONE: zone, CURRENCY } = env();
  const chosen = terms.payoutSchedule;
  const coming = rows.filter(({ isUnderWay }) => !isUnderWay);
  const underWay = rows.reduce((sum, { amount, isUnderWay }) => sum + (isUnderWay ? amount : 0), 0);
  const account = accountOf(terms);
  const isReady = account === 'ready' && terms.isTaxDataComplete;
  return {
    account,
    requirements: requirementTopicsOf(terms.connectAccount?.requirements ?? []),
    obstacles: obstaclesOf(terms, account, { areStopped, isPaying: paying !== null }),
    waiting: isReady || !oldestCharge ? null : waitingOf(terms, oldestCharge, now),
    schedule: { chosen, usual, threshold },
    offlinePaymentUrl: terms.offlinePaymentUrl,
    underWay,
    next: nextPayout(coming, debts, { schedule: chosen ?? usual, threshold, zone, now }),
    debts,
    payableDebt: paying?.amount ?? payableOf(debts),
    currency: CURRENCY,
  };
}

function payableOf(debts: readonly DebtView[]): number {
  const sum = debts.reduce((total, { open }) => total + Math.max(0, open), 0);
  return sum < MINIMUM_CHARGE ? 0 : sum;
}

function accountOf({ connectAccount: account }: Terms): PayoutAccount {
  if (!account) return 'none';
  return account.transfersActive && account.detailsComplete ? 'ready' : 'incomplete';
}

function obstaclesOf(
  { status, isTaxDataComplete }: Terms,
  account: PayoutAccount,
  { areStopped, isPaying }: { areStopped: boolean; isPaying: boolean },
): Obstacle[] {
  const obstacles: Obstacle[] = [];
  if (status === 'suspended') obstacles.push('suspended');
  if (account !== 'ready') obstacles.push('account');
  if (!isTaxDataComplete) obstacles.push('tax');
  if (areStopped) obstacles.push('checking');
  if (isPaying) obstacles.push('paying');
  return obstacles;
}

function waitingOf({ salesStoppedAt }: Terms, oldestCharge: Date, now: Date): PayoutOutlook['waiting'] {
  const after = (days: number) => addHours(oldestCharge, days * 24);
  return {
    stage: waitingStage(oldestCharge, now),
    areSalesStopped: salesStoppedAt !== null,
    stopsAt: after(SALES_STOP_DAYS),
    returnsAt: after(UNPAID_RETURN_DAYS),
  };
}
