import { emptyMonth, invoiceMonth, splitPrice } from '@/lib/payments/rules/commission';
import { entryOffline } from '@/lib/payments/rules/ledger-operator';
import { commissionDueAt } from '@/lib/payments/rules/payout';
import { claimUntil } from '@/lib/payments/rules/release';
import { splitColumns } from '@/lib/payments/rules/advisor-share';
import { env } from '@/lib/server/env';
import { addHours } from '@/lib/shared/time';
import { seedId } from '../seed-id';
import type { Money } from './money';
import type { Course, Timeline } from './story';

const earned: Course[] = ['completed', 'missed', 'lateCancel'];

/**
 * Paid to the advisor directly: due from the order on, recorded the day after the session, and then owed commission on;
 * what the client missed is still due.
 */
export function tellOutside(
  money: Money,
  { endsAt, closedAt }: Pick<Timeline, 'endsAt' | 'closedAt'>,
  securedAt: Date,
  now: Date,
): void {
  const { story } = money;
  money.move('owe', securedAt, { dueSince: securedAt }, 'client');
  if (!closedAt) return;
  if (!earned.includes(story.course)) return money.move('forgive', closedAt, { payLinkVersion: 2 });
  Object.assign(money.data, { deliveredAt: closedAt, claimUntil: claimUntil(endsAt) });
  const recordedAt = addHours(closedAt, 20);
  if (story.course === 'completed' && recordedAt < now) record(money, recordedAt);
}

function record(money: Money, at: Date): void {
  const { rows, story, amount } = money;
  const { providerId, price, plan, provider } = story.offer;
  const { currency } = price;
  const zone = env().OPERATOR_TIME_ZONE;
  const key = `${providerId}/${invoiceMonth(at, zone)}`;
  const terms = {
    commissionBps: plan.commissionBps,
    isVatIncluded: plan.commissionVatIncluded,
    vatBps: env().COMMISSION_VAT_BPS,
    isReverseCharge: provider.reverseCharge,
  };
  const { split, month } = splitPrice(amount, terms, rows.months.get(key) ?? emptyMonth);
  rows.months.set(key, month);
  const recordId = seedId(`record/${story.key}`);
  const of = { paymentId: money.id, currency, recordedAt: at };
  rows.offlineRecords.push({ ...of, id: recordId, amount, recordedBy: story.specialist.actor.accountId });
  const { commission, vat } = split;
  const entry = entryOffline({ recordId, currency, commission, vat });
  if (entry.lines.length > 0) {
    money.book(entry, at);
    rows.debts.push({
      id: seedId(`debt/${story.key}`),
      providerId,
      paymentId: money.id,
      kind: 'offline_commission',
      amount: commission + vat,
      currency,
      reference: entry.externalRef,
      dueAt: commissionDueAt(at, zone),
      createdAt: at,
    });
  }
  money.move('settleOffline', at, { recordedAmount: amount, ...splitColumns(split) }, 'provider');
}
