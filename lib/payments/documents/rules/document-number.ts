import type { DocumentKind } from '../types';

/** Letters of the number as it is printed; a receipt's series is its provider's own, the others are the operator's. */
const letters: Record<DocumentKind, string> = { receipt: 'R', commission_invoice: 'C', credit_note: 'K' };

/** The series that a document is numbered in. */
export function seriesOf(kind: DocumentKind, providerId: string): string {
  return kind === 'receipt' ? `receipt:${providerId}` : kind;
}

/** `C-2027-00012`: letter of the kind, year of issue in the operator's zone, place in the series of that year. */
export function documentLabel(kind: DocumentKind, year: number, number: number): string {
  return `${letters[kind]}-${year}-${String(number).padStart(5, '0')}`;
}
