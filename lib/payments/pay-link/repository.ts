import { z } from 'zod';
import type { PaymentStatus } from '@/lib/payments/rules/status';
import type { PaymentMode } from '@/lib/payments/rules/payment-time';
import type { Database } from '@/lib/server/db/client';
import { type Currency, toCurrency } from '@/lib/shared/money';

export type LinkedPayment = {
  id: string;
  payLinkVersion: number;
  status: PaymentStatus;
  mode: PaymentMode;
  amount: number;
  currency: Currency;
  advisor: string;
  /** By language; see `inLanguage`. */
  titles: Record<string, string>;
  title: string;
  startsAt: Date;
  timeZone: string;
  client: { accountId: string; email: string; name: string };
};

const client = { select: { id: true, email: true, name: true } } as const;
const provider = { select: { displayName: true } } as const;

/** A payment with what its page to pay says. */
export async function findLinked(database: Database, id: string): Promise<LinkedPayment | null> {
  const row = await database.payment.findUnique({
    where: { id },
    select: {
      id: true,
      payLinkVersion: true,
      status: true,
      mode: true,
      amount: true,
      currency: true,
      booking: {
        select: {
          serviceTitle: true,
          serviceTitles: true,
          startsAt: true,
          clientTimeZone: true,
          client,
          provider,
        },
      },
    },
  });
  if (!row?.booking) return null;
  const { booking, currency, ...payment } = row;
  const { id: accountId, ...person } = booking.client;
  return {
    ...payment,
    currency: toCurrency(currency),
    advisor: booking.provider.displayName,
    titles: z.record(z.string(), z.string()).parse(booking.serviceTitles),
    title: booking.serviceTitle,
    startsAt: booking.startsAt,
    timeZone: booking.clientTimeZone,
    client: { accountId, ...person },
  };
}
