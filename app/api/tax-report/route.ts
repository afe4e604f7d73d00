import type { NextRequest } from 'next/server';
import { z } from 'zod';
import { personal } from '@/app/api/paper-answer';
import { loadActor } from '@/lib/accounts/loaders';
import { loadReport } from '@/lib/payments/tax/dac7/loaders';
import { httpStatusOf } from '@/lib/shared/errors';

export const dynamic = 'force-dynamic';

const question = z.object({ year: z.coerce.number().int().min(2020).max(2100) });

/** The yearly report on sellers (DAC7), for admins. */
export async function GET(request: NextRequest): Promise<Response> {
  const asked = question.safeParse(Object.fromEntries(request.nextUrl.searchParams));
  if (!asked.success)
    return Response.json({ code: 'common.invalidInput' }, { status: 400, headers: personal });
  const { year } = asked.data;
  const report = await loadReport(await loadActor(), year);
  if (!report.ok) {
    const { code } = report.error;
    return Response.json({ code }, { status: httpStatusOf(code), headers: personal });
  }
  return new Response(report.value, {
    headers: {
      ...personal,
      'Content-Type': 'application/xml; charset=utf-8',
      'Content-Disposition': `attachment; filename="dac7-${year}.xml"`,
    },
  });
}
