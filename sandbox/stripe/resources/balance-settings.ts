import type { Stripe } from 'stripe';
import { z } from 'zod';
import {
  type BalanceSettings,
  readBalanceSettings,
  writeBalanceSettings,
} from '@/sandbox/stripe/balance-settings';
import { emit } from '@/sandbox/stripe/events';
import { flag, integer, none, text, type ParamsOf } from '@/sandbox/stripe/inputs';
import { defineRoute, type Route } from '@/sandbox/stripe/router';

function renderSettings(settings: BalanceSettings): Stripe.BalanceSettings {
  const { interval, weeklyDays, monthlyDays, minimumBalance } = settings;
  return {
    object: 'balance_settings',
    payments: {
      debit_negative_balances: settings.debitNegative,
      payouts: {
        automatic_transfer_rules_by_currency: null,
        minimum_balance_by_currency: Object.keys(minimumBalance).length === 0 ? null : minimumBalance,
        schedule: {
          interval,
          ...(interval === 'weekly' ? { weekly_payout_days: weeklyDays } : {}),
          ...(interval === 'monthly' ? { monthly_payout_days: monthlyDays } : {}),
        },
        statement_descriptor: settings.statementDescriptor,
        status: 'enabled',
      },
      settlement_timing: { delay_days: 2, start_of_day: null },
    },
  };
}

const schedule = z.strictObject({
  interval: z.enum(['daily', 'manual', 'monthly', 'weekly']).optional(),
  monthly_payout_days: z.array(integer).optional(),
  weekly_payout_days: z.array(z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday'])).optional(),
} satisfies ParamsOf<Stripe.BalanceSettingsUpdateParams.Payments.Payouts.Schedule>);

const payouts = z.strictObject({
  minimum_balance_by_currency: z
    .union([z.record(z.string(), integer), z.literal('').transform(() => ({}))])
    .optional(),
  schedule: schedule.optional(),
  statement_descriptor: text.optional(),
} satisfies ParamsOf<Stripe.BalanceSettingsUpdateParams.Payments.Payouts>);

const updateInput = z.strictObject({
  payments: z
    .strictObject({
      debit_negative_balances: flag.optional(),
      payouts: payouts.optional(),
    } satisfies ParamsOf<Stripe.BalanceSettingsUpdateParams.Payments>)
    .optional(),
} satisfies ParamsOf<Stripe.BalanceSettingsUpdateParams>);

function applyChange(old: BalanceSettings, given: z.output<typeof updateInput>): BalanceSettings {
  const change = given.payments?.payouts;
  return {
    interval: change?.schedule?.interval ?? old.interval,
    weeklyDays: change?.schedule?.weekly_payout_days ?? old.weeklyDays,
    monthlyDays: change?.schedule?.monthly_payout_days ?? old.monthlyDays,
    minimumBalance: change?.minimum_balance_by_currency ?? old.minimumBalance,
    statementDescriptor: change?.statement_descriptor ?? old.statementDescriptor,
    debitNegative: given.payments?.debit_negative_balances ?? old.debitNegative,
  };
}

export const balanceSettingsRoutes: Route[] = [
  defineRoute('GET', '/v1/balance_settings', none, (call) =>
    renderSettings(readBalanceSettings(call.store, call.account)),
  ),
  defineRoute('POST', '/v1/balance_settings', updateInput, (call, _path, given) => {
    const old = readBalanceSettings(call.store, call.account);
    const changed = writeBalanceSettings(call.store, call.account, applyChange(old, given));
    emit(call, 'balance_settings.updated', renderSettings(changed));
    return renderSettings(changed);
  }),
];
