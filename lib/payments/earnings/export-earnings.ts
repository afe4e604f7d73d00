import type { ProviderActor } from '@/lib/access/actor';
import { wordsFor } from '@/lib/i18n/worker';
import { earningState } from '@/lib/payments/rules/advisor-share';
import { db } from '@/lib/server/db/client';
import { decimal, writeCsv } from '@/lib/shared/csv';
import { inLanguage } from '@/lib/shared/in-language';
import { localDate, localTime, startOfLocalDay } from '@/lib/shared/time';
import { listEarnings } from './repository';
import type { Earning } from './types';

const perPage = 500;

/**
 * A year of paid sessions and seats as a table for other programs, in the days of the provider's zone: what was paid,
 * commission, VAT on it, the payment service's fee where the advisor bears it, and the advisor's part. Numbers and days are written the same in every language, heads and states
 * in the reader's.
 */
export async function exportEarnings(
  actor: ProviderActor,
  { year, zone }: { year: number; zone: string },
): Promise<string> {
  const { t } = await wordsFor(actor.locale, zone);
  const between = {
    from: startOfLocalDay(`${year}-01-01`, zone),
    to: startOfLocalDay(`${year + 1}-01-01`, zone),
  };
  const earnings: Earning[] = [];
  for (let skip = 0; ; skip += perPage) {
    const page = await listEarnings(db(), actor.provider.id, { take: perPage, skip, between });
    earnings.push(...page);
    if (page.length < perPage) break;
  }
  const columns = ['day', 'time', 'kind', 'client', 'title', 'state', 'paidOut', 'currency'] as const;
  const amounts = ['price', 'commission', 'vat', 'fee', 'net'] as const;
  const head = [...columns, ...amounts, 'reference' as const].map((column) => t(`documents.csv.${column}`));
  const state = (earning: Earning) =>
    earning.status === 'refunded'
      ? t('documents.csv.refunded')
      : t(`documents.csv.states.${earningState(earning.status)}`);
  const rows = earnings
    .reverse()
    .map((earning) => [
      localDate(earning.startsAt, zone),
      localTime(earning.startsAt, zone),
      earning.eventId === null ? t('documents.csv.session') : t('documents.csv.seat'),
      earning.clientName,
      inLanguage(earning.serviceTitles, actor.locale, earning.serviceTitle),
      state(earning),
      earning.transferredAt ? localDate(earning.transferredAt, zone) : '',
      earning.currency,
      ...partsOf(earning).map(decimal),
      (earning.bookingId ?? earning.paymentId).slice(-8),
    ]);
  return writeCsv([head, ...rows]);
}

/** Of what went back in full nothing remains to anybody. */
function partsOf({ status, amount, share }: Earning): number[] {
  if (status === 'refunded') return [amount, 0, 0, 0, 0];
  return [amount, -share.commission, -share.vat, -share.fee, share.advisor];
}
