import { loadActor } from '@/lib/accounts/loaders';
import { loadEventSeats } from '@/lib/events/seats/loaders';
import { httpStatusOf } from '@/lib/shared/errors';

export const dynamic = 'force-dynamic';

/** Seats that are left of an event, why none can be taken now, and the reader's own; never stored anywhere. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/events/[eventId]/seats'>,
): Promise<Response> {
  const headers = { 'Cache-Control': 'no-store' };
  const { eventId } = await params;
  const seats = await loadEventSeats(await loadActor(), eventId);
  if (seats.ok) return Response.json(seats.value, { headers });
  const { code } = seats.error;
  return Response.json({ code }, { status: httpStatusOf(code), headers });
}
