import { unstable_cache } from 'next/cache';
import { db } from '@/lib/server/db/client';
import { listPlans } from './repository';
import { plansTag } from './rules/tags';

/** The plans that are sold, kept until the operator changes one. */
export const readSoldPlans = unstable_cache(() => listPlans(db(), []), ['plans'], {
  tags: [plansTag],
  revalidate: false,
});
