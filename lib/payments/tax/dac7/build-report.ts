import { db } from '@/lib/server/db/client';
import { env } from '@/lib/server/env';
import { startOfLocalDay } from '@/lib/shared/time';
import { findTaxData } from '../repository';
import { type CreditedQuarter, findSellers, sumCredited, sumRecorded } from './repository';
import { aboveZero, inWholeUnits, noQuarters, type Quarters } from './rules/quarters';
import type { Report, ReportedSeller } from './rules/report-xml';

export type BuiltReport = {
  report: Report;
  /** Sellers with earnings who have not given their tax details: they are not in it yet. */
  missing: string[];
};

/**
 * The sellers of a calendar year by the operator's clocks, each with what it was credited after commission, by quarter.
 * In the instance's currency, as everything is sold in it.
 */
export async function buildReport(year: number, now: Date): Promise<BuiltReport> {
  const config = env();
  const zone = config.OPERATOR_TIME_ZONE;
  const from = startOfLocalDay(`${year}-01-01`, zone);
  const to = startOfLocalDay(`${year + 1}-01-01`, zone);
  const within = { from, to, zone };
  const sums = [...(await sumCredited(db(), within)), ...(await sumRecorded(db(), within))];
  const credited = sums.filter(({ currency }) => currency === config.CURRENCY);
  const known = await findSellers(
    db(),
    credited.map(({ providerId }) => providerId),
  );
  const sellers: ReportedSeller[] = [];
  const missing: string[] = [];
  for (const [providerId, seller] of known) {
    const figures = figuresOf(credited.filter((each) => each.providerId === providerId));
    if (figures.consideration.every((amount) => amount === 0)) continue;
    const data = await findTaxData(db(), providerId);
    if (data) sellers.push({ reference: providerId, data, ...seller, ...figures });
    else missing.push(seller.name);
  }
  const operator = {
    name: config.OPERATOR_NAME,
    address: config.OPERATOR_ADDRESS,
    country: config.OPERATOR_COUNTRY,
    vatId: config.OPERATOR_VAT_ID ?? null,
    taxNumber: config.OPERATOR_TAX_NUMBER ?? null,
  };
  const reference = `${operator.country}${year}${operator.country}-${now.getTime()}`;
  return { report: { year, currency: config.CURRENCY, operator, reference, at: now, sellers }, missing };
}

function figuresOf(
  rows: readonly CreditedQuarter[],
): Pick<ReportedSeller, 'consideration' | 'activities' | 'fees'> {
  const by = (field: 'credited' | 'fees' | 'activities'): Quarters =>
    rows.reduce<Quarters>((sums, row) => {
      const [first, second, third, fourth] = sums.map((sum, index) =>
        index + 1 === row.quarter ? sum + row[field] : sum,
      );
      return [first ?? 0, second ?? 0, third ?? 0, fourth ?? 0];
    }, noQuarters);
  return {
    consideration: inWholeUnits(aboveZero(by('credited'))),
    activities: by('activities'),
    fees: inWholeUnits(aboveZero(by('fees'))),
  };
}
