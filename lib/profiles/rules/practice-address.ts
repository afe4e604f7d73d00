/** Where a practice receives its clients; it may differ from the trader's address. */
export type PracticeAddress = {
  readonly street: string;
  /** Not every country has them. */
  readonly postalCode: string | null;
  readonly city: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
};

/** The same as the database keeps it: street, city and country together, or none. */
export type PracticeColumns = {
  practiceStreet: string | null;
  practicePostalCode: string | null;
  practiceCity: string | null;
  practiceCountry: string | null;
};

export function practiceAddressOf(row: PracticeColumns): PracticeAddress | null {
  const { practiceStreet: street, practicePostalCode: postalCode, practiceCity: city } = row;
  const { practiceCountry: country } = row;
  return street !== null && city !== null && country !== null ? { street, postalCode, city, country } : null;
}

export function practiceColumnsOf(address: PracticeAddress | null): PracticeColumns {
  return {
    practiceStreet: address?.street ?? null,
    practicePostalCode: address?.postalCode ?? null,
    practiceCity: address?.city ?? null,
    practiceCountry: address?.country ?? null,
  };
}

/** Street, place and country as lines, the country named in the reader's language. */
export function addressLines(
  { street, postalCode, city, country }: PracticeAddress,
  locale: string,
): string[] {
  const name = new Intl.DisplayNames([locale], { type: 'region' }).of(country) ?? country;
  return [street, postalCode ? `${postalCode} ${city}` : city, name];
}

/** OpenStreetMap's search for an address. A link only: nothing of it is loaded before somebody follows it. */
export function mapAddress(lines: readonly string[]): string {
  return `https://www.openstreetmap.org/search?query=${encodeURIComponent(lines.join(', '))}`;
}
