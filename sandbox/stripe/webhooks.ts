import { createHmac } from 'node:crypto';
import type { Sandbox } from '@/sandbox/stripe/call';
import {
  type Delivery,
  dueDeliveries,
  finishDelivery,
  heldDeliveries,
  nextDeliveryAt,
  postponeDelivery,
} from '@/sandbox/stripe/deliveries';
import { renderWebhookPayload } from '@/sandbox/stripe/resources/event-view';

const paths = { platform: '/api/webhooks/stripe', connect: '/api/webhooks/stripe-connect' } as const;
const parallel = 4;
const answerTimeoutMs = 20_000;

/** The `Stripe-Signature` header: HMAC-SHA256 over `<time>.<body>`, real time in seconds. */
export function signPayload(
  payload: string,
  secret: string,
  at: number = Math.floor(Date.now() / 1000),
): string {
  const signature = createHmac('sha256', secret).update(`${at}.${payload}`).digest('hex');
  return `t=${at},v1=${signature}`;
}

/** Sends queued events to the app until each was answered with 2xx. */
export class WebhookSender {
  private timer: NodeJS.Timeout | undefined;
  private running = new Set<number>();
  private stopped = false;

  constructor(private readonly sandbox: Sandbox) {}

  /** Looks at the queue soon; called after every change. */
  poke(): void {
    if (this.stopped || this.sandbox.config.appUrl === null) return;
    const at = nextDeliveryAt(this.sandbox.store);
    clearTimeout(this.timer);
    if (at === undefined) return;
    this.timer = setTimeout(() => this.sendDue(), Math.min(1_000, Math.max(0, at - Date.now())));
  }

  private sendDue(): void {
    const free = parallel - this.running.size;
    if (this.stopped || free <= 0) return;
    const due = dueDeliveries(this.sandbox.store, Date.now(), free + this.running.size)
      .filter((delivery) => !this.running.has(delivery.seq))
      .slice(0, free);
    for (const delivery of due) {
      this.running.add(delivery.seq);
      void this.attempt(delivery).finally(() => {
        this.running.delete(delivery.seq);
        if (!this.stopped) this.sendDue();
      });
    }
    if (due.length === 0) this.poke();
  }

  private async attempt(delivery: Delivery): Promise<string> {
    const { store, config } = this.sandbox;
    const event = store.events.find(delivery.event);
    if (event === undefined) {
      finishDelivery(store, delivery, 'gone');
      return 'gone';
    }
    const payload = renderWebhookPayload(store, event);
    const secret = delivery.endpoint === 'connect' ? config.connectWebhookSecret : config.webhookSecret;
    const status = await this.post(`${config.appUrl ?? ''}${paths[delivery.endpoint]}`, payload, secret);
    if (this.stopped) return status;
    if (/^2\d\d$/.test(status)) finishDelivery(store, delivery, status);
    else postponeDelivery(store, delivery, config.retryBaseMs, status);
    return status;
  }

  private async post(url: string, payload: string, secret: string): Promise<string> {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
          'stripe-signature': signPayload(payload, secret),
        },
        body: payload,
        redirect: 'manual',
        signal: AbortSignal.timeout(answerTimeoutMs),
      });
      await response.arrayBuffer();
      return String(response.status);
    } catch {
      return 'unreachable';
    }
  }

  /** Sends everything that is held back, one after the other; answers tell event and status. */
  async release(order: 'created' | 'reversed'): Promise<{ event: string; status: string }[]> {
    const held = heldDeliveries(this.sandbox.store);
    const answers: { event: string; status: string }[] = [];
    for (const delivery of order === 'reversed' ? held.reverse() : held) {
      answers.push({ event: delivery.event, status: await this.attempt(delivery) });
    }
    this.poke();
    return answers;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
  }
}
