/** The drawn portraits of the house, from which a provider chooses one; files of `public/img`. */
export const portraits = [
  'amara',
  'claire',
  'david',
  'elena',
  'greta',
  'henrik',
  'ingrid',
  'jonas',
  'leila',
  'marina',
  'matteo',
  'nadia',
  'olga',
  'pavel',
  'samuel',
  'sofia',
  'tomas',
  'yuki',
].map((name) => `/img/p-${name}.svg`);

/** Whether the address is one of the drawings. */
export function isPortrait(address: string): boolean {
  return portraits.includes(address);
}
