import type { NextRequest } from 'next/server';
import { z } from 'zod';
import { readReaderZone } from '@/lib/accounts/reader-zone';
import { readFreeDays } from '@/lib/services/free-days';
import { httpStatusOf } from '@/lib/shared/errors';
import { isLocalDate, isZone } from '@/lib/shared/time';

export const dynamic = 'force-dynamic';

const question = z.object({
  service: z.uuid(),
  member: z.uuid().optional(),
  zone: z.string().max(64).refine(isZone),
  from: z.string().refine(isLocalDate).optional(),
  days: z.coerce.number().int().min(1).max(31).default(5),
});

/** Free times of a service by day, of one member of an organisation if asked, in the account's zone or else the asked one; never stored anywhere. */
export async function GET(request: NextRequest): Promise<Response> {
  const asked = question.safeParse(Object.fromEntries(request.nextUrl.searchParams));
  const headers = { 'Cache-Control': 'no-store' };
  if (!asked.success) return Response.json({ code: 'common.invalidInput' }, { status: 400, headers });
  const { service: serviceId, member, zone: askedZone, from, days } = asked.data;
  const zone = await readReaderZone(askedZone);
  const answer = await readFreeDays({ serviceId, member, zone, from, days });
  if (!answer.ok)
    return Response.json({ code: answer.error.code }, { status: httpStatusOf(answer.error.code), headers });
  return Response.json(answer.value, { headers });
}
