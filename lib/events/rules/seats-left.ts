/** So many seats or fewer are the last ones. Apart from the other rules of seats, which the browser does not need. */
const FEW_SEATS = 3;

/** Whether only a few seats are left, and some still are. */
export function areLastSeats(left: number): boolean {
  return left > 0 && left <= FEW_SEATS;
}
