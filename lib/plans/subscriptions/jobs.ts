import { now as clock } from '@/lib/server/clock';
import { reportFailures } from '@/lib/server/jobs/sweep-rows';
import { sweepPlans as sweep } from './sweep-plans';

/** Plans that time alone moves. */
export async function sweepPlans(): Promise<void> {
  reportFailures('plans', await sweep(await clock()));
}
