import { receiveWebhook } from '@/lib/payments/receive-webhook';
import { signPayload } from '@/sandbox/stripe/webhooks';
import { handleStripeEvent } from './test-jobs';
import type { StripeForTests } from './test-services';

/** An event as the payment service sends it. */
export type SentEvent = { id: string; type: string };

type Listed = SentEvent & { account?: string };

async function listSince({ url }: StripeForTests, mark: string): Promise<Listed[]> {
  const response = await fetch(`${url}/_sandbox/events?since=${mark}`, { headers: { connection: 'close' } });
  const { data }: { data: Listed[] } = JSON.parse(await response.text());
  return data;
}

/** Where in what the payment service sends we are; `mark` is any earlier place. */
export async function eventMark(stripe: StripeForTests, mark = ''): Promise<string> {
  return (await listSince(stripe, mark)).at(-1)?.id ?? mark;
}

/** The events about the platform's own money since a mark, in the order of their making. */
export async function eventsSince(stripe: StripeForTests, mark: string): Promise<SentEvent[]> {
  return (await listSince(stripe, mark)).filter(({ account }) => account === undefined);
}

/** Takes the event at the endpoint, as its request brings it, and looks into it. */
export async function deliver(event: SentEvent): Promise<void> {
  const body = JSON.stringify(event);
  const taken = await receiveWebhook('platform', body, signPayload(body, 'whsec_test'));
  if (!taken.ok) throw new Error(taken.error.code);
  await handleStripeEvent({ eventId: event.id });
}
