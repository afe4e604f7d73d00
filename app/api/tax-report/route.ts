import type { NextRequest } from 'next/server';
import { fileAnswer, yearAsked } from '@/app/api/file-answer';
import { loadActor } from '@/lib/accounts/loaders';
import { loadReport } from '@/lib/payments/tax/dac7/loaders';
import { ok } from '@/lib/shared/result';

export const dynamic = 'force-dynamic';

/** The yearly report on sellers (DAC7), for admins. */
export async function GET(request: NextRequest): Promise<Response> {
  const asked = yearAsked(request);
  if (!asked.ok) return fileAnswer(asked);
  const year = asked.value;
  const report = await loadReport(await loadActor(), year);
  if (!report.ok) return fileAnswer(report);
  return fileAnswer(
    ok({ type: 'application/xml; charset=utf-8', name: `dac7-${year}.xml`, content: report.value }),
  );
}
