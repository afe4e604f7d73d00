import type { Channel } from '@/lib/availability/rules/terms';
import { practiceColumnsOf } from '@/lib/profiles/rules/practice-address';
import { env } from '@/lib/server/env';
import type { Offer } from '@/lib/services/types';
import type { Money } from '@/lib/shared/money';

/** The service's title in a language, else in the provider's main one, else in any. */
export function titleOf({ titles, provider }: Offer, locale: string): string {
  return titles[locale] ?? titles[provider.mainLocale] ?? Object.values(titles)[0] ?? '';
}

type Sold = Pick<Offer, 'plan' | 'vatBps'> & {
  provider: Pick<Offer['provider'], 'reverseCharge' | 'vatRegime' | 'sellerName' | 'sellerAddress'>;
};

/** Price, commission, tax and seller as they are now: what a session and a seat are sold under alike. */
export function sellerTerms({ plan, provider, vatBps }: Sold, price: Money) {
  return {
    priceAmount: price.amount,
    currency: price.currency,
    planCode: plan.code,
    commissionBps: plan.commissionBps,
    commissionVatIncluded: plan.commissionVatIncluded,
    advisorBearsFee: plan.advisorBearsFee,
    commissionVatBps: env().COMMISSION_VAT_BPS,
    reverseCharge: provider.reverseCharge,
    vatRegime: provider.vatRegime,
    vatBps,
    sellerName: provider.sellerName,
    sellerAddress: provider.sellerAddress,
  };
}

/**
 * The terms as they are now; a later change of price, plan or rule does not reach this booking. The practice's address is
 * among them where one may meet in person.
 */
export function saleTerms(offer: Offer, price: Money, channels: readonly Channel[]) {
  return {
    ...sellerTerms(offer, price),
    bufferBeforeMinutes: offer.bufferBeforeMinutes,
    bufferAfterMinutes: offer.bufferAfterMinutes,
    confirmationMode: offer.confirmationMode,
    paymentMode: offer.paymentMode,
    providerTimeZone: offer.provider.timeZone,
    ...practiceColumnsOf(channels.includes('in_person') ? offer.provider.practice : null),
    answerHours: offer.provider.answerHours,
  };
}
