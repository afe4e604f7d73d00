/** The drawn portraits of the house, from which a provider chooses one. */
export const portraits = [
  'p-amara',
  'p-claire',
  'p-david',
  'p-elena',
  'p-greta',
  'p-henrik',
  'p-ingrid',
  'p-jonas',
  'p-leila',
  'p-marina',
  'p-matteo',
  'p-nadia',
  'p-olga',
  'p-pavel',
  'p-samuel',
  'p-sofia',
  'p-tomas',
  'p-yuki',
] as const;

/** Whether the text names one of the drawings. */
export function isPortrait(text: string): boolean {
  return portraits.some((portrait) => portrait === text);
}

/** Where the picture of a stored portrait lies; nothing without one. */
export function portraitAddress(portrait: string | null): string | undefined {
  return portrait === null ? undefined : `/img/${portrait}.svg`;
}
