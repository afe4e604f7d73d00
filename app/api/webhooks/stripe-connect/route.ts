import { receiveWebhook } from '@/lib/payments/receive-webhook';

export const dynamic = 'force-dynamic';

/** Events of connected accounts. 200 once the event is written down, 400 when its signature does not hold. */
export async function POST(request: Request): Promise<Response> {
  const result = await receiveWebhook(
    'connect',
    await request.text(),
    request.headers.get('stripe-signature'),
  );
  return new Response(null, { status: result.ok ? 200 : 400 });
}
