import type { NextRequest } from 'next/server';
import { z } from 'zod';
import { personal } from '@/app/api/paper-answer';
import { loadActor } from '@/lib/accounts/loaders';
import { loadEarningsTable } from '@/lib/payments/loaders';
import { loadOwnProfile } from '@/lib/profiles/loaders';
import { httpStatusOf } from '@/lib/shared/errors';

export const dynamic = 'force-dynamic';

const question = z.object({ year: z.coerce.number().int().min(2020).max(2100) });

/** A year of earnings of the practice in view as a table for other programs; for its owner. */
export async function GET(request: NextRequest): Promise<Response> {
  const asked = question.safeParse(Object.fromEntries(request.nextUrl.searchParams));
  if (!asked.success)
    return Response.json({ code: 'common.invalidInput' }, { status: 400, headers: personal });
  const { year } = asked.data;
  const actor = await loadActor();
  const table = await loadEarningsTable(actor, year, async (owner) => (await loadOwnProfile(owner)).timeZone);
  if (!table.ok) {
    const { code } = table.error;
    return Response.json({ code }, { status: httpStatusOf(code), headers: personal });
  }
  return new Response(table.value, {
    headers: {
      ...personal,
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="consilia-${year}.csv"`,
    },
  });
}
