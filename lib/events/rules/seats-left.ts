/** So many seats or fewer are the last ones. */
const FEW_SEATS = 3;

/** Whether only a few seats are left, and some still are. */
export function areLastSeats(left: number): boolean {
  return left > 0 && left <= FEW_SEATS;
}
