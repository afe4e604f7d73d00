import { z } from 'zod';
import { isSpeciality } from '@/lib/profiles/rules/specialities';
import { isSpokenLanguage } from '@/lib/profiles/rules/spoken-languages';
import { line } from '@/lib/shared/text';

/** A form that only has its button. */
export const nothingSchema = z.object({});
/** A switch: on, or off when it is not sent. */
export const availableSchema = z
  .object({ on: z.literal('1').optional() })
  .transform(({ on }) => ({ isOn: on === '1' }));

export const withins = ['today', 'threeDays', 'week'] as const;

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
const list = (value: unknown): unknown[] => (value === undefined ? [] : [value].flat());

/** The search as it stands in the address. Whoever edits it by hand gets the search without the part that is wrong. */
export const searchSchema = z.object({
  q: z.preprocess(first, line(200)).catch(''),
  speciality: z.preprocess(first, z.string().refine(isSpeciality)).optional().catch(undefined),
  language: z.preprocess(list, z.array(z.unknown())).transform((codes) =>
    codes
      .filter((code) => typeof code === 'string')
      .filter(isSpokenLanguage)
      .slice(0, 10),
  ),
  within: z.preprocess(first, z.enum(withins)).optional().catch(undefined),
  available: z.preprocess(first, z.literal('1')).optional().catch(undefined),
  after: z.preprocess(first, z.string().max(200)).optional().catch(undefined),
  before: z.preprocess(first, z.string().max(200)).optional().catch(undefined),
});
export type SearchInput = z.output<typeof searchSchema>;
