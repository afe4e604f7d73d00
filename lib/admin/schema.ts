import { z } from 'zod';
import { MOST_PLACES } from '@/lib/events/rules/seats';
import { whole } from '@/lib/services/schema';

export const raisePlacesSchema = z.object({
  providerId: z.uuid('common.notFound'),
  places: whole('common.invalidNumber', 1, MOST_PLACES),
});

/** What stands in the address of the list of providers; what cannot be read is passed over. */
export const providerSearchSchema = z.object({
  q: z
    .string()
    .max(200)
    .catch('')
    .default('')
    .transform((text) => text.trim()),
  after: z.string().max(500).optional().catch(undefined),
});
export type ProviderSearch = z.output<typeof providerSearchSchema>;
