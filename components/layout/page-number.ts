/** The page that an address asks for, from 1; anything else is the first one. */
export function pageNumber(asked: string | string[] | undefined): number {
  const number = Number(asked);
  return Number.isInteger(number) && number > 0 && number < 100_000 ? number : 1;
}
