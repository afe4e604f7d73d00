import type { Actor } from '@/lib/access/actor';
import { asPracticeOwner } from '@/lib/profiles/own-provider';
import { db } from '@/lib/server/db/client';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { serviceFault } from '@/lib/server/stripe/outcome';
import { err, ok, type Result } from '@/lib/shared/result';
import { findPlanCustomer } from './repository';

/** The address of the practice's own pages at the payment service: card, cancellation, invoices. Made on each click. */
export async function openPortal(
  actor: Actor,
  request: { locale: string; returnUrl: string },
): Promise<Result<{ url: string }>> {
  const owner = asPracticeOwner(actor);
  if (!owner.ok) return owner;
  const customerId = await findPlanCustomer(db(), owner.value.provider.id);
  if (customerId === null) return err('plan.notPaid');
  try {
    return ok({ url: await stripeGateway().openPortal({ customerId, ...request }) });
  } catch (error) {
    if (!serviceFault(error)) throw error;
    return err('payment.serviceUnavailable');
  }
}
