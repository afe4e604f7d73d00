import { z } from 'zod';
import { MOST_PLACES } from '@/lib/events/rules/seats';
import { whole } from '@/lib/services/schema';
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
