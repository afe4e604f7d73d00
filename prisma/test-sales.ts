import type { AccountActor } from '@/lib/access/actor';
import { deliverPayment } from '@/lib/payments/deliver-payment';
import { insertEntry, lockPayment } from '@/lib/payments/repository';
import { bookedSplit } from '@/lib/payments/rules/advisor-share';
import { entryReturned } from '@/lib/payments/rules/ledger-returns';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { newId } from '@/lib/shared/ids';
import { addHours } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import type { SeededProvider } from '@/prisma/seed/factories/providers';

export type Sale = { bookingId: string; paymentId: string; client: AccountActor };

/** A session that was paid by card for a price, and is not earned yet. */
export async function sell(
  provider: SeededProvider,
  data: { price?: number; bps?: number; reverseCharge?: boolean; vatBps?: number } = {},
): Promise<Sale> {
  const client = await makeAccount({ locale: 'fr', name: 'Marina Lopez' });
  const { price = 12_000, bps = 1_500, reverseCharge = false, vatBps = 0 } = data;
  const startsAt = new Date('2027-03-04T10:00:00Z');
  const booking = await db().booking.create({
    data: {
      clientId: client.accountId,
      providerId: provider.providerId,
      specialistId: provider.providerId,
      serviceId: provider.serviceIds[0] ?? '',
      // Held and over: takes no time, whoever else has some.
      status: 'expired',
      startsAt,
      endsAt: addHours(startsAt, 1),
      channel: 'video',
      channels: ['video'],
      confirmationMode: 'instant',
      paymentMode: 'at_booking',
      clientTimeZone: 'Europe/Paris',
      providerTimeZone: 'Europe/Berlin',
      serviceTitle: 'Session',
      serviceTitles: { fr: 'Séance', en: 'Session' },
      priceAmount: price,
      currency: 'EUR',
      planCode: 'basic',
      commissionBps: bps,
      commissionVatBps: 1900,
      reverseCharge,
      vatRegime: vatBps > 0 ? 'standard' : 'exempt',
      vatBps,
      sellerName: 'Nora Wieland',
      sellerAddress: 'Lindenstr. 1, 10969 Berlin',
    },
  });
  const payment = await db().payment.create({
    data: {
      bookingId: booking.id,
      providerId: provider.providerId,
      clientId: client.accountId,
      status: 'paid_held',
      amount: price,
      paidAmount: price,
      chargedAt: new Date('2027-03-01T09:00:00Z'),
      currency: 'EUR',
    },
  });
  return { bookingId: booking.id, paymentId: payment.id, client };
}

/** It took place: the price is earned at that instant. */
export function earn(bookingId: string, at: string): Promise<void> {
  const now = new Date(at);
  return inTransaction((tx) => deliverPayment(tx, { bookingId, cause: 'completed', endsAt: now, now }));
}

/** The price goes back in full after it was earned, as the payment service's word would have it. */
export function giveBack({ bookingId, paymentId }: Sale, at: string): Promise<void> {
  const now = new Date(at);
  return inTransaction(async (tx) => {
    const payment = await lockPayment(tx, { bookingId });
    if (!payment) throw new Error('no payment');
    const entry = entryReturned({
      balanceTransactionId: `txn_${newId()}`,
      currency: 'EUR',
      taken: bookedSplit(payment),
      holder: 'AH',
      isAll: true,
    });
    await insertEntry(tx, entry, { paymentId, providerId: payment.providerId }, now);
  });
}
