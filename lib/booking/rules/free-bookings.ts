/** So many free sessions of one client with one provider may wait or lie ahead at a time. */
export const mostFreeBookings = 2;

/**
 * Whether a client may take a time at this price. Nothing but this limit stands between somebody and a whole calendar
 * at price 0. Pending requests and accepted sessions that have not ended count; what costs something is not limited.
 */
export function mayTakeTime(priceAmount: number, freeBookingsAhead: number): boolean {
  return priceAmount > 0 || freeBookingsAhead < mostFreeBookings;
}
