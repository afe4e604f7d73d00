import { stripeGateway } from '@/lib/server/stripe/gateway';
import { followBilling } from './follow-billing';

/**
 * Ends a plan at the payment service before its period is over; nothing is given back. What is over already stays so. A key
 * of each try: a fault is repeated for its key.
 */
export async function endNow(
  { id, subscriptionId }: { id: string; subscriptionId: string },
  now: Date,
): Promise<void> {
  await stripeGateway().endPlanNow({ key: `pe:${id}:${now.getTime()}`, subscriptionId });
  await followBilling({ subscriptionId }, now);
}
