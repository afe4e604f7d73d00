import type { Database } from '@/lib/server/db/client';
import { viewSelect } from '../repository';
import type { BookingView } from '../types';

const mostOrdered = 100;

/** Sessions and requests of a client that cost something, were ordered since then and have not begun, the next one first. */
export function listOrderedBookings(
  database: Database,
  { clientId, since, now }: { clientId: string; since: Date; now: Date },
): Promise<BookingView[]> {
  return database.booking.findMany({
    where: {
      clientId,
      status: { in: ['pending', 'accepted'] },
      priceAmount: { gt: 0 },
      orderedAt: { gte: since },
      startsAt: { gt: now },
    },
    select: viewSelect,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: mostOrdered,
  });
}
