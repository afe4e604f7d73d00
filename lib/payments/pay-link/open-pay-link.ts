import type { Locale } from '@/lib/i18n/routing';
import { now as clock } from '@/lib/server/clock';
import { inTransaction } from '@/lib/server/db/transaction';
import { inLanguage } from '@/lib/shared/in-language';
import { err, type Result } from '@/lib/shared/result';
import { beginLinkCheckout, openCheckout } from '../open-checkout';
import { readPayLink } from './read-pay-link';

type Way = { token: string; locale: Locale; successUrl: string; cancelUrl: string };

/**
 * Whoever has the link goes to the hosted page and pays what is due now. `payment.notDue` when nothing is, or the stored
 * card is just being tried.
 */
export async function openPayLink({ token, ...way }: Way): Promise<Result<{ url: string }>> {
  const linked = await readPayLink(token);
  if (!linked) return err('common.notFound');
  const now = await clock();
  const begun = await inTransaction((tx) => beginLinkCheckout(tx, { paymentId: linked.id, now }));
  if (!begun.ok) return begun;
  return openCheckout(begun.value, {
    ...way,
    capture: 'automatic',
    customer: linked.client,
    title: inLanguage(linked.titles, way.locale, linked.title),
    description: linked.advisor,
    now,
  });
}
