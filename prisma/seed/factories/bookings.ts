import type { AccountActor } from '@/lib/access/actor';
import { db } from '@/lib/server/db/client';
import { newId } from '@/lib/shared/ids';
import { addHours, addMinutes } from '@/lib/shared/time';
import type { SeededProvider } from './providers';

type RequestSeed = {
  specialist: SeededProvider;
  client: AccountActor;
  startsAt: Date;
  /** The payment service's id of the authorised intent. */
  intentId?: string;
};

/** Makes somebody a client of a provider. */
export async function makeTie(providerId: string, clientId: string): Promise<void> {
  const tie = { providerId, clientId, since: new Date() };
  await db().relationship.createMany({ data: [tie], skipDuplicates: true });
}

/** A pending request at 120.00 € with its time taken and its money authorised; nobody was told. */
export async function makeAuthorisedRequest({
  specialist,
  client,
  startsAt,
  intentId,
}: RequestSeed): Promise<string> {
  const id = newId();
  const { providerId } = specialist;
  await db().booking.create({
    data: {
      id,
      clientId: client.accountId,
      providerId,
      specialistId: providerId,
      serviceId: specialist.serviceIds[0] ?? '',
      status: 'pending',
      startsAt,
      endsAt: addMinutes(startsAt, 60),
      channel: 'video',
      channels: ['video'],
      confirmationMode: 'request',
      paymentMode: 'at_booking',
      clientTimeZone: 'Europe/Paris',
      providerTimeZone: 'Europe/Berlin',
      serviceTitle: 'Individual session',
      priceAmount: 12_000,
      currency: 'EUR',
      planCode: 'basic',
      commissionBps: 1500,
      commissionVatBps: 1900,
      vatRegime: 'exempt',
      sellerName: 'Nora Wieland',
      sellerAddress: 'Lindenstr. 1, 10969 Berlin',
      answerBy: addHours(startsAt, -1),
    },
  });
  await makeTie(providerId, client.accountId);
  await db().occupancy.create({
    data: {
      specialistId: providerId,
      startsAt,
      endsAt: addMinutes(startsAt, 60),
      kind: 'booking',
      sourceId: id,
      serviceId: specialist.serviceIds[0] ?? null,
      sessionStartsAt: startsAt,
    },
  });
  await db().payment.create({
    data: {
      bookingId: id,
      clientId: client.accountId,
      providerId,
      status: 'authorised',
      amount: 12_000,
      currency: 'EUR',
      paymentIntentId: intentId ?? null,
    },
  });
  return id;
}
