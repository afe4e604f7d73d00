const mostPages = 10_000;

/** The page that an address asks for, from 1 to 10 000; anything else is the first one. */
export function pageNumber(asked: string | string[] | undefined): number {
  const number = Number(asked);
  return Number.isInteger(number) && number > 0 && number <= mostPages ? number : 1;
}
