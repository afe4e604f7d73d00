import { z } from 'zod';

const party = z.object({ name: z.string(), address: z.string(), vatId: z.string().nullable() });
const instant = z.string();
const cents = z.int();

/** What a receipt says, frozen when it was issued. Amounts in minor units, VAT included in the price. */
export const receiptDataSchema = z.object({
  seller: party,
  clientName: z.string(),
  title: z.string(),
  startsAt: instant,
  endsAt: instant,
  /** Zone of the times on the paper: the client's. */
  zone: z.string(),
  /** What became of it, where the price was due without a session. */
  cause: z.enum(['lateCancel', 'missed']).nullable(),
  vatRegime: z.enum(['exempt', 'small_business', 'standard']),
  vatBps: cents,
  /** The provider's own words on why no VAT is charged. */
  vatNote: z.string().nullable(),
  price: cents,
  /** By card, through the platform. */
  paid: cents,
  /** Directly to the provider, as the provider recorded it. */
  paidDirectly: cents,
  paidAt: instant,
  refunds: z.array(z.object({ amount: cents, at: instant })),
  net: cents,
  vat: cents,
  /** Through whom it was issued. */
  operator: z.string(),
  /** Number of the receipt that this one takes the place of, after a refund. */
  replaces: z.string().nullable(),
});

export const commissionLineSchema = z.object({
  /** When the session was, or was to be. */
  startsAt: instant,
  title: z.string(),
  /** Short name of the sale, the same in both parties' lists. */
  reference: z.string(),
  price: cents,
  commissionBps: cents,
  commission: cents,
  vatBps: cents,
  vat: cents,
  isReverseCharge: z.boolean(),
  /** Number of the invoice that a credit note's line corrects. */
  refersTo: z.string().nullable(),
});

/** What an invoice on commission or its credit note says. */
export const commissionDataSchema = z.object({
  operator: party,
  recipient: party,
  month: z.string(),
  zone: z.string(),
  lines: z.array(commissionLineSchema),
  groups: z.array(z.object({ vatBps: cents, isReverseCharge: z.boolean(), net: cents, vat: cents })),
  net: cents,
  vat: cents,
  gross: cents,
  /** Commission on what was paid elsewhere, which nothing was withheld for. */
  due: cents,
});
