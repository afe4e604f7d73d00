import { err, ok, type Result } from '@/lib/shared/result';

/**
 * What follows the country's letters in a VAT id, for each country of the European Union. Greece writes EL.
 * Source: European Commission, VIES, "VAT identification number structure"
 * (https://ec.europa.eu/taxation_customs/vies/#/faq).
 */
const formats: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  ES: /^(?:[A-Z]\d{7}[0-9A-Z]|\d{8}[A-Z])$/,
  FI: /^\d{8}$/,
  FR: /^[0-9A-HJ-NP-Z]{2}\d{9}$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^(?:\d[0-9A-Z+*]\d{5}[A-Z]|\d{7}[A-Z]{2})$/,
  IT: /^\d{11}$/,
  LT: /^(?:\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^\d{9}B\d{2}$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{12}$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
};

/** ISO 3166 knows Greece as GR. */
const prefixOf = (country: string): string => (country === 'GR' ? 'EL' : country);

/** A VAT id in its one form: capitals and digits without the spaces, dots and hyphens in which people group them. */
export function writeVatId(text: string): string {
  return text.toUpperCase().replaceAll(/[\s.\-\u00a0\u202f]/g, '');
}

/**
 * The VAT id, in its one form, with which a provider may ask for reverse charge (Directive 2006/112/EC, articles 44
 * and 196): a business of another EU country than the operator's. `provider.vatIdInvalid` when no EU country writes its
 * ids so; `provider.vatIdOwnCountry` within the operator's country, where VAT is charged as usual. Whether the id
 * exists is checked afterwards.
 */
export function checkReverseCharge(vatId: string, operatorCountry: string): Result<string> {
  const written = writeVatId(vatId);
  const country = written.slice(0, 2);
  if (!formats[country]?.test(written.slice(2))) return err('provider.vatIdInvalid');
  return country === prefixOf(operatorCountry) ? err('provider.vatIdOwnCountry') : ok(written);
}
