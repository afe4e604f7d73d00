import { receiveWebhook } from '@/lib/payments/receive-webhook';
import { readBody } from '@/lib/shared/read-body';

/** Far more than an event of the payment service has. */
const mostBytes = 1_000_000;

/**
 * 200 once the event is written down, 400 when its signature is missing or does not hold, 413 when it is longer than
 * any event.
 */
export async function receiveEvent(
  endpoint: Parameters<typeof receiveWebhook>[0],
  request: Request,
): Promise<Response> {
  const signature = request.headers.get('stripe-signature');
  if (signature === null) return new Response(null, { status: 400 });
  const body = await readBody(request, mostBytes);
  if (body === undefined) return new Response(null, { status: 413 });
  const result = await receiveWebhook(endpoint, body, signature);
  return new Response(null, { status: result.ok ? 200 : 400 });
}
