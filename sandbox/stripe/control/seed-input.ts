import { z } from 'zod';
import { seedBillingInput } from '@/sandbox/stripe/control/seed-billing';

const instant = z.iso.datetime({ offset: true }).transform((text) => Math.floor(Date.parse(text) / 1000));
const cents = z.int().min(1);
const metadata = z.record(z.string(), z.string()).default({});
const currency = z.string().length(3).default('eur');

/**
 * Past money, with the ids the app stored. Everything is booked at its own time, so that funds of old
 * charges are available; no webhooks are sent for it. An id that exists already is left alone.
 */
export const seedInput = z.strictObject({
  ...seedBillingInput,
  accounts: z
    .array(
      z.strictObject({
        id: z.string().startsWith('acct_'),
        created: instant,
        email: z.string(),
        displayName: z.string(),
        country: z.string().length(2).default('FR'),
        onboarded: z.boolean(),
        givenName: z.string().default('Claire'),
        surname: z.string().default('Fontaine'),
        metadata,
      }),
    )
    .default([]),
  customers: z
    .array(
      z.strictObject({
        id: z.string().startsWith('cus_'),
        created: instant,
        email: z.string(),
        name: z.string(),
        paymentMethod: z.string().startsWith('pm_').optional(),
        metadata,
      }),
    )
    .default([]),
  payments: z
    .array(
      z.strictObject({
        id: z.string().startsWith('pi_'),
        charge: z.string().startsWith('ch_'),
        balanceTransaction: z.string().startsWith('txn_').optional(),
        created: instant,
        capturedAt: instant.optional(),
        canceledAt: instant.optional(),
        status: z.enum(['succeeded', 'requires_capture', 'canceled']).default('succeeded'),
        amount: cents,
        currency,
        customer: z.string().optional(),
        paymentMethod: z.string().optional(),
        manualCapture: z.boolean().default(false),
        transferGroup: z.string().optional(),
        description: z.string().optional(),
        metadata,
      }),
    )
    .default([]),
  refunds: z
    .array(
      z.strictObject({
        id: z.string().startsWith('re_'),
        charge: z.string(),
        balanceTransaction: z.string().startsWith('txn_').optional(),
        created: instant,
        amount: cents,
        metadata,
      }),
    )
    .default([]),
  transfers: z
    .array(
      z.strictObject({
        id: z.string().startsWith('tr_'),
        balanceTransaction: z.string().startsWith('txn_').optional(),
        created: instant,
        amount: cents,
        currency,
        destination: z.string(),
        sourceTransaction: z.string().optional(),
        transferGroup: z.string().optional(),
        metadata,
      }),
    )
    .default([]),
  reversals: z
    .array(
      z.strictObject({
        id: z.string().startsWith('trr_'),
        balanceTransaction: z.string().startsWith('txn_').optional(),
        created: instant,
        transfer: z.string(),
        amount: cents,
        metadata,
      }),
    )
    .default([]),
});

export type Seed = z.output<typeof seedInput>;
