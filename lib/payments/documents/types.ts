import type { z } from 'zod';
import type { commissionDataSchema, commissionLineSchema, receiptDataSchema } from './schema';

export const documentKinds = ['receipt', 'commission_invoice', 'credit_note'] as const;
export type DocumentKind = (typeof documentKinds)[number];

export type ReceiptData = z.output<typeof receiptDataSchema>;
export type CommissionData = z.output<typeof commissionDataSchema>;
export type CommissionLine = z.output<typeof commissionLineSchema>;

/** How VAT stands on a document as a whole; `mixed` when its lines differ. */
export type DocumentVat = 'exempt' | 'small_business' | 'standard' | 'reverse_charge' | 'mixed';

/** A document as lists show it. */
export type DocumentView = {
  id: string;
  kind: DocumentKind;
  label: string;
  month: string | null;
  currency: string;
  netAmount: number;
  vatAmount: number;
  grossAmount: number;
  dueAmount: number;
  issuedAt: Date;
};

/** Everything a paper is made of. */
export type FrozenDocument = {
  label: string;
  locale: string;
  currency: string;
  issuedAt: Date;
  zone: string;
} & (
  | { kind: 'receipt'; data: ReceiptData }
  | { kind: 'commission_invoice' | 'credit_note'; data: CommissionData }
);
