import type { Stripe } from 'stripe';
import type { Store } from '@/sandbox/stripe/store';

/** How an account is paid out. Intervals other than `manual` pay daily here. */
export type BalanceSettings = {
  interval: Stripe.BalanceSettings.Payments.Payouts.Schedule.Interval;
  weeklyDays: Stripe.BalanceSettings.Payments.Payouts.Schedule.WeeklyPayoutDay[];
  monthlyDays: number[];
  minimumBalance: Record<string, number>;
  statementDescriptor: string | null;
  debitNegative: boolean;
};

function nameOf(account: string | null): string {
  return `balanceSettings:${account ?? 'platform'}`;
}

/**
 * Connected accounts begin with Stripe's daily schedule. The platform begins with a manual one, as an
 * operator's account that has been set up once.
 */
export function readBalanceSettings(store: Store, account: string | null): BalanceSettings {
  const saved = store.readSetting(nameOf(account));
  if (saved !== undefined) return JSON.parse(saved);
  return {
    interval: account === null ? 'manual' : 'daily',
    weeklyDays: [],
    monthlyDays: [],
    minimumBalance: {},
    statementDescriptor: null,
    debitNegative: account !== null,
  };
}

export function writeBalanceSettings(
  store: Store,
  account: string | null,
  settings: BalanceSettings,
): BalanceSettings {
  store.writeSetting(nameOf(account), JSON.stringify(settings));
  return settings;
}
