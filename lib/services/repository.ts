import type { Database } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';
import { money, toCurrency } from '@/lib/shared/money';
import type { Offer } from './types';

const offerSelect = {
  id: true,
  kind: true,
  isActive: true,
  durationMinutes: true,
  priceAmount: true,
  currency: true,
  channels: true,
  bufferBeforeMinutes: true,
  bufferAfterMinutes: true,
  noticeMinutes: true,
  horizonDays: true,
  slotStepMinutes: true,
  packed: true,
  confirmationMode: true,
  paymentMode: true,
  vatBps: true,
  texts: { select: { locale: true, title: true } },
  provider: {
    select: {
      id: true,
      status: true,
      slug: true,
      displayName: true,
      portrait: true,
      timeZone: true,
      mainLocale: true,
      answerHours: true,
      sellerName: true,
      sellerAddress: true,
      vatRegime: true,
      vatNote: true,
      reverseCharge: true,
      accountId: true,
      plan: { select: { code: true, commissionBps: true, commissionVatIncluded: true } },
    },
  },
} as const satisfies Prisma.ServiceSelect;

type OfferRow = Prisma.ServiceGetPayload<{ select: typeof offerSelect }>;

/** The service as it is sold now, or null when there is none of this id. */
export async function findOffer(database: Database, serviceId: string): Promise<Offer | null> {
  const row = await database.service.findUnique({ where: { id: serviceId }, select: offerSelect });
  return row && toOffer(row);
}

/** Everything that a provider sells, in its own order. */
export async function listOffers(database: Database, providerId: string): Promise<Offer[]> {
  const rows = await database.service.findMany({
    where: { providerId, isActive: true },
    select: offerSelect,
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    take: 100,
  });
  return rows.map(toOffer);
}

function toOffer(row: OfferRow): Offer {
  const { id, isActive, priceAmount, currency, packed, texts, provider, ...service } = row;
  const { id: providerId, status, plan, sellerName, sellerAddress, ...seller } = provider;
  return {
    ...service,
    serviceId: id,
    providerId,
    specialistId: providerId,
    isSellable: isActive && status === 'published',
    titles: Object.fromEntries(texts.map(({ locale, title }) => [locale, title])),
    price: money(priceAmount, toCurrency(currency)),
    isPacked: packed,
    provider: { ...seller, sellerName: sellerName ?? '', sellerAddress: sellerAddress ?? '' },
    plan,
  };
}
