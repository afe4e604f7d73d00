import type { ProviderActor } from '@/lib/access/actor';
import { wordsFor } from '@/lib/i18n/worker';
import { db } from '@/lib/server/db/client';
import { decimal, writeCsv } from '@/lib/shared/csv';
import { inLanguage } from '@/lib/shared/in-language';
import { localDate, localTime, startOfLocalDay } from '@/lib/shared/time';
import { listEarnings } from './repository';
import type { Earning } from './types';

const perPage = 500;

/**
 * A year of sessions and seats with money as a table for other programs, in the days of the provider's zone: price,
 * commission, VAT on it, the payment service's fee where the advisor bears it, the advisor's part, what was paid and what
 * went back. Numbers and days are written the same in every language, heads and states in the reader's.
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
  const amounts = ['price', 'commission', 'vat', 'fee', 'net', 'paid', 'refunded'] as const;
  const head = [...columns, ...amounts, 'reference' as const].map((column) => t(`documents.csv.${column}`));
  const rows = earnings
    .reverse()
    .map((earning) => [
      localDate(earning.startsAt, zone),
      localTime(earning.startsAt, zone),
      earning.eventId === null ? t('documents.csv.session') : t('documents.csv.seat'),
      earning.clientName,
      inLanguage(earning.serviceTitles, actor.locale, earning.serviceTitle),
      t(`documents.csv.states.${earning.state}`),
      earning.transferredAt ? localDate(earning.transferredAt, zone) : '',
      earning.currency,
      ...partsOf(earning).map(decimal),
      (earning.bookingId ?? earning.paymentId).slice(-8),
    ]);
  return writeCsv([head, ...rows]);
}

/** The parts are of what was paid and has not gone back: together with what was refunded they are what was paid. */
function partsOf({ amount, share, paid, refunded }: Earning): number[] {
  return [amount, 0 - share.commission, 0 - share.vat, 0 - share.fee, share.advisor, paid, refunded];
}
