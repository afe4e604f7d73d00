/** Who the tax office knows as the seller. Either a person with the day of birth, or an entity with its register's number. */
export type TaxData = {
  kind: 'individual' | 'entity';
  /** Of a person. */
  givenName: string | null;
  /** The family name of a person, the whole name of an entity. */
  legalName: string;
  street: string;
  postalCode: string | null;
  city: string;
  /** ISO 3166, two letters. */
  country: string;
  /** Of a person, YYYY-MM-DD. */
  birthDate: string | null;
  /** Of a person without a tax number. */
  birthPlace: string | null;
  /** Of an entity. */
  registrationNumber: string | null;
  tin: string | null;
  /** Who issued the tax number. */
  tinCountry: string | null;
};

/** A VAT id whose owner asks for reverse charge, with its last check. */
export type VatIdView = {
  providerId: string;
  name: string;
  sellerName: string | null;
  sellerAddress: string | null;
  vatId: string;
  verifiedAt: Date | null;
  lastCheck: { isValid: boolean; reference: string | null; by: string; at: Date } | null;
};
