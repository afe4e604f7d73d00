import type { Entry } from '@/lib/payments/rules/ledger';
import {
  type PaymentParty,
  type PaymentStatus,
  type PaymentTransition,
  paymentMachine,
} from '@/lib/payments/rules/status';
import { seedId, seedStripeId } from '../seed-id';
import type { Rows } from './rows';
import type { PaidStory } from './tell-payment';

/** One payment while its story is told: every step goes through the machine and leaves its audit row. */
export class Money {
  readonly id: string;
  readonly subject: { bookingId: string } | { seatId: string };
  readonly intent: string;
  readonly charge: string;
  status: PaymentStatus;
  version = 1;
  updatedAt: Date;
  data: Partial<Rows['payments'][number]> = {};

  constructor(
    readonly rows: Rows,
    readonly story: PaidStory,
  ) {
    this.id = seedId(`payment/${story.key}`);
    this.subject = story.seatId ? { seatId: story.seatId } : { bookingId: seedId(`booking/${story.key}`) };
    this.intent = seedStripeId('pi', story.key);
    this.charge = seedStripeId('ch', story.key);
    this.status = story.offer.price.amount === 0 ? 'not_needed' : 'none';
    this.updatedAt = story.bookedAt;
  }

  get amount(): number {
    return this.story.offer.price.amount;
  }

  get metadata() {
    return { paymentId: this.id, ...this.subject };
  }

  /** Payments of one session or seat are a group at the payment service. */
  get group(): string {
    return 'seatId' in this.subject ? this.subject.seatId : this.subject.bookingId;
  }

  move(
    transition: PaymentTransition,
    at: Date,
    data: Partial<Rows['payments'][number]> = {},
    by: PaymentParty = 'system',
    /** Told apart where the same happens twice. */
    occasion = '',
  ): void {
    const next = paymentMachine.next(this.status, transition, by);
    if (!next.ok) throw new Error(`${this.story.key}: ${transition} from ${this.status}`);
    this.rows.audits.push({
      id: seedId(`audit/payment/${this.story.key}/${transition}${occasion && `/${occasion}`}`),
      at,
      party: by,
      accountId: null,
      action: `payment.${transition}`,
      subjectType: 'payment',
      subjectId: this.id,
      fromStatus: this.status,
      toStatus: next.value,
    });
    Object.assign(this.data, data);
    this.status = next.value;
    this.version += 1;
    this.updatedAt = at;
  }

  book({ kind, externalRef, lines }: Entry, at: Date): void {
    const { providerId } = this.story.offer;
    const of = { paymentId: this.id, providerId };
    const transactionId = seedId(`entry/${externalRef}`);
    this.rows.ledgerTransactions.push({
      id: transactionId,
      externalRef,
      kind,
      ...of,
      occurredAt: at,
      createdAt: at,
    });
    for (const line of lines)
      this.rows.ledgerLines.push({
        id: seedId(`line/${externalRef}/${line.account}`),
        transactionId,
        ...line,
        ...of,
      });
  }

  call(kind: string, key: string, at: Date, input: Record<string, string | number> = {}): void {
    const row = { id: seedId(`call/${key}`), paymentId: this.id, kind, idempotencyKey: key, input };
    this.rows.stripeCalls.push({
      ...row,
      status: 'done',
      attempts: 1,
      createdAt: at,
      firstTriedAt: at,
      doneAt: at,
    });
  }
}
