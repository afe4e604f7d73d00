import { notFound } from 'next/navigation';
import type { AccountActor, Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { env } from '@/lib/server/env';
import { err, ok, type Result } from '@/lib/shared/result';
import { localDate } from '@/lib/shared/time';
import { buildReport } from './build-report';
import { findFirstCredit } from './repository';
import { writeReport } from './rules/report-xml';

/** A year that can be reported, with who is in it. */
export type ReportYear = { year: number; sellers: number; missing: string[] };

const mostYears = 6;

/** The years in which sellers earned something, the latest first; for admins, 404 for anybody else. */
export async function loadReportYears(actor: AccountActor): Promise<ReportYear[]> {
  if (!can(actor, 'tax:report', null)) return notFound();
  const now = await clock();
  const yearOf = (at: Date) => Number(localDate(at, env().OPERATOR_TIME_ZONE).slice(0, 4));
  const first = await findFirstCredit(db());
  const last = yearOf(now);
  const begin = Math.max(first ? yearOf(first) : last, last - mostYears + 1);
  const years: ReportYear[] = [];
  for (let year = last; year >= begin; year -= 1) {
    const { report, missing } = await buildReport(year, now);
    years.push({ year, sellers: report.sellers.length, missing });
  }
  return years;
}

/** The report of a year as XML, for admins. */
export async function loadReport(actor: Actor, year: number): Promise<Result<string>> {
  if (!can(actor, 'tax:report', null)) return err('common.notFound');
  return ok(writeReport((await buildReport(year, await clock())).report));
}
