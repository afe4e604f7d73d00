import { z } from 'zod';
import { MOST_PLACES } from '@/lib/events/rules/seats';
import { planFeatures } from '@/lib/plans/rules/plans';
import { pricedKinds } from '@/lib/plans/rules/minimum-price';
import { typedPrice, vatPercent, whole } from '@/lib/services/schema';
import { line } from '@/lib/shared/text';

export const raisePlacesSchema = z.object({
  providerId: z.uuid('common.notFound'),
  places: whole('common.invalidNumber', 1, MOST_PLACES),
});

/** What stands in the address of the list of providers; what cannot be read is passed over. */
export const providerSearchSchema = z.object({
  q: line(200).catch(''),
  after: z.string().max(500).optional().catch(undefined),
});
export type ProviderSearch = z.output<typeof providerSearchSchema>;

const planCode = z.string('common.notFound').regex(/^[a-z_]{1,40}$/, 'common.notFound');
const version = whole('common.invalidNumber', 0, 1_000_000_000);
const box = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on');

/** The terms of a plan as they are typed: a fee like a price, commission in percent. */
export const editPlanSchema = z
  .object({
    planCode,
    version,
    fee: typedPrice,
    commission: vatPercent,
    vatIncluded: box,
    advisorBearsFee: box,
    features: z
      .array(z.enum(planFeatures, 'common.invalidChoice'))
      .default([])
      .transform((list) => planFeatures.filter((feature) => list.includes(feature))),
  })
  .transform(({ fee, commission, vatIncluded, ...rest }) => ({
    ...rest,
    feeAmount: fee,
    commissionBps: Math.round(commission * 100),
    isCommissionVatIncluded: vatIncluded,
  }));

/** `on` is ticked to sell it, absent to sell it no longer. */
export const switchPlanSchema = z
  .object({ planCode, version, on: box })
  .transform(({ on, ...rest }) => ({ ...rest, isActive: on }));

const minimum = z.union([z.literal('').transform(() => 0), typedPrice], 'service.priceInvalid').default(0);

/** A minimum for each kind; left empty there is none. */
export const minimumsSchema = z.object({
  introductory: minimum,
  video: minimum,
  voice: minimum,
  in_person: minimum,
  event: minimum,
} satisfies Record<(typeof pricedKinds)[number], typeof minimum>);
