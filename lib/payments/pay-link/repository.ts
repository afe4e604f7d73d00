import { z } from 'zod';
import type { PaymentStatus } from '@/lib/payments/rules/status';
import type { PaymentMode } from '@/lib/payments/rules/payment-time';
import type { Database } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';
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

const linked = {
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
} as const;

function toLinked(row: Prisma.PaymentGetPayload<{ select: typeof linked }>): LinkedPayment | null {
  if (!row.booking) return null;
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

/** A payment with what its page to pay says. */
export async function findLinked(database: Database, id: string): Promise<LinkedPayment | null> {
  const row = await database.payment.findUnique({ where: { id }, select: linked });
  return row && toLinked(row);
}

/** What a client has to pay by link, the session that comes first on top. */
export async function listDue(database: Database, clientId: string): Promise<LinkedPayment[]> {
  const rows = await database.payment.findMany({
    where: { status: 'due', mode: { not: 'off_platform' }, booking: { clientId } },
    select: linked,
    orderBy: [{ booking: { startsAt: 'asc' } }, { id: 'asc' }],
    take: 10,
  });
  return rows.map(toLinked).filter((row) => row !== null);
}
