import type { Channel } from '@/lib/availability/rules/terms';
import { practiceColumnsOf } from '@/lib/profiles/rules/practice-address';
import { env } from '@/lib/server/env';
import type { Offer } from '@/lib/services/types';
import type { Money } from '@/lib/shared/money';

/** The service's title in a language, else in the provider's main one, else in any. */
export function titleOf({ titles, provider }: Offer, locale: string): string {
  return titles[locale] ?? titles[provider.mainLocale] ?? Object.values(titles)[0] ?? '';
}

/**
 * The terms as they are now; a later change of price, plan or rule does not reach this booking. The practice's address is
 * among them where one may meet in person.
 */
export function saleTerms(offer: Offer, price: Money, channels: readonly Channel[]) {
  return {
    priceAmount: price.amount,
    currency: price.currency,
    bufferBeforeMinutes: offer.bufferBeforeMinutes,
    bufferAfterMinutes: offer.bufferAfterMinutes,
    confirmationMode: offer.confirmationMode,
    paymentMode: offer.paymentMode,
    providerTimeZone: offer.provider.timeZone,
    planCode: offer.plan.code,
    commissionBps: offer.plan.commissionBps,
    commissionVatIncluded: offer.plan.commissionVatIncluded,
    commissionVatBps: env().COMMISSION_VAT_BPS,
    reverseCharge: offer.provider.reverseCharge,
    vatRegime: offer.provider.vatRegime,
    vatBps: offer.vatBps,
    sellerName: offer.provider.sellerName,
    sellerAddress: offer.provider.sellerAddress,
    ...practiceColumnsOf(channels.includes('in_person') ? offer.provider.practice : null),
    answerHours: offer.provider.answerHours,
  };
}
