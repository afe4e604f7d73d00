import { receiveWebhook } from '@/lib/payments/receive-webhook';
import { signPayload } from '@/sandbox/stripe/webhooks';
import { handleStripeEvent } from './test-jobs';
import type { StripeForTests } from './test-services';

/** An event as the payment service sends it. */
export type SentEvent = { id: string; type: string };

type Listed = SentEvent & { account?: string };

/**
 * The events about the platform's own money, without those of these ids, oldest first. `most` counts from the latest by
 * their time: where the clock was set back others may be later.
 */
export async function eventsSince(
  { url }: StripeForTests,
  known: ReadonlySet<string> = new Set(),
  most = 100_000,
): Promise<SentEvent[]> {
  const response = await fetch(`${url}/_sandbox/events?limit=${most}`, { headers: { connection: 'close' } });
  const { data }: { data: Listed[] } = JSON.parse(await response.text());
  return data.reverse().filter(({ id, account }) => account === undefined && !known.has(id));
}

/** Takes the event at the endpoint, as its request brings it, and looks into it. */
export async function deliver(event: SentEvent): Promise<void> {
  const body = JSON.stringify(event);
  const taken = await receiveWebhook('platform', body, signPayload(body, 'whsec_test'));
  if (!taken.ok) throw new Error(taken.error.code);
  await handleStripeEvent({ eventId: event.id });
}
