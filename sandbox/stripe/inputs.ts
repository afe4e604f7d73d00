import { z } from 'zod';

/** A parameter schema may name only what the SDK can send: `{…} satisfies ParamsOf<Stripe.RefundCreateParams>`. */
export type ParamsOf<P> = Partial<Record<keyof P, z.ZodType>>;

/** Building blocks of the parameter schemas: form bodies carry text only. */
export const text = z.string().max(5_000);

/** Text that an empty string unsets. */
export const clearable = text.transform((value) => (value === '' ? null : value));

export const integer = z
  .union([z.string().regex(/^-?\d+$/), z.number().int()])
  .transform((value) => Number(value));

export const amount = integer.refine((value) => value > 0, 'This value must be greater than or equal to 1.');

export const flag = z
  .union([z.enum(['true', 'false']), z.boolean()])
  .transform((value) => value === true || value === 'true');

export const currency = z
  .string()
  .regex(/^[A-Za-z]{3}$/)
  .transform((value) => value.toLowerCase());

export const metadata = z.record(z.string().max(40), z.string().max(500));

const instantRange = z.union([
  integer.transform((value) => ({ gte: value, lte: value })),
  z.strictObject({
    gt: integer.optional(),
    gte: integer.optional(),
    lt: integer.optional(),
    lte: integer.optional(),
  }),
]);

/** Parameters every list takes. */
export const paging = {
  limit: integer.refine((value) => value >= 1 && value <= 100, 'Limit is 1 to 100.').default(10),
  starting_after: text.optional(),
  ending_before: text.optional(),
  created: instantRange
    .transform((range) =>
      Object.fromEntries(Object.entries(range).filter(([, bound]) => bound !== undefined)),
    )
    .optional(),
};

export const none = z.strictObject({});

/** Merges as Stripe does: a key with an empty value is removed. */
export function mergeMetadata(
  old: Record<string, string>,
  change: Record<string, string> | undefined,
): Record<string, string> {
  return Object.fromEntries(Object.entries({ ...old, ...change }).filter(([, value]) => value !== ''));
}
