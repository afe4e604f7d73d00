import { readEventSeats } from '@/lib/events/read-public-event';
import { httpStatusOf } from '@/lib/shared/errors';
import { isId } from '@/lib/shared/ids';

export const dynamic = 'force-dynamic';

/** Seats that are left of an event, and why none can be taken now; never stored anywhere. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/events/[eventId]/seats'>,
): Promise<Response> {
  const headers = { 'Cache-Control': 'no-store' };
  const { eventId } = await params;
  const code = 'common.notFound';
  if (!isId(eventId)) return Response.json({ code }, { status: httpStatusOf(code), headers });
  const seats = await readEventSeats(eventId);
  if (!seats.ok)
    return Response.json({ code: seats.error.code }, { status: httpStatusOf(seats.error.code), headers });
  return Response.json(seats.value, { headers });
}
