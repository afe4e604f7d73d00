import type { AccountActor } from '@/lib/access/actor';
import type { EventNews } from '@/lib/events/tell';
import { addHours } from '@/lib/shared/time';
import type { Rows } from '../bookings/rows';
import { seedId } from '../seed-id';
import type { EventStory } from './story';

const readAfterHours = 30;

type Told = {
  actor: AccountActor;
  party: 'client' | 'provider';
  news: EventNews;
  at: Date;
  sequence: number;
  occasion: string;
  more: Record<string, string>;
};

/** What was heard of one event: in the app one line for a kind of news, by mail each of them. */
export class News {
  readonly #lines = new Map<string, Told>();
  readonly #ofHost: { news: EventNews; at: Date; seatId?: string }[] = [];

  constructor(
    readonly rows: Rows,
    readonly story: EventStory,
    readonly eventId: string,
    readonly now: Date,
  ) {}

  toClient(
    actor: AccountActor,
    { seatId, news, at, sequence }: { seatId: string; news: EventNews; at: Date; sequence: number },
  ): void {
    const occasion = `${seatId}/${sequence}`;
    this.#tell({ actor, party: 'client', news, at, sequence, occasion, more: { seatId } });
  }

  toHost(news: EventNews, at: Date, seatId?: string): void {
    this.#ofHost.push({ news, at, ...(seatId && { seatId }) });
  }

  remind(
    actor: AccountActor,
    reminder: { hours: 24 | 1; at: Date; seatId?: string; sequence?: number },
  ): void {
    const { hours, at, seatId, sequence = 0 } = reminder;
    const startsAt = this.story.startsAt;
    this.rows.eventReminders.push({
      eventId: this.eventId,
      accountId: actor.accountId,
      hoursBefore: hours,
      startsAt,
      toldAt: at,
    });
    this.#tell({
      actor,
      party: seatId ? 'client' : 'provider',
      news: `reminder${hours}`,
      at,
      sequence,
      occasion: `${seatId ?? this.eventId}/${startsAt.toISOString()}`,
      more: { ...(seatId && { seatId }), startsAt: startsAt.toISOString() },
    });
  }

  /** The host hears things in their order; the number of them is the calendar's sequence. */
  write(): number {
    const heard = this.#ofHost.toSorted((a, b) => a.at.getTime() - b.at.getTime());
    for (const [index, { news, at, seatId }] of heard.entries()) {
      const sequence = index + 1;
      const more: Record<string, string> = seatId ? { seatId } : {};
      const occasion = `${this.eventId}/${sequence}`;
      this.#tell({ actor: this.story.host.actor, party: 'provider', news, at, sequence, occasion, more });
    }
    for (const told of this.#lines.values()) this.#line(told);
    return heard.length;
  }

  #tell(told: Told): void {
    const { actor, party, news, at, sequence, occasion, more } = told;
    const kind = `event.${news}`;
    const { accountId, email: recipient, locale } = actor;
    const idempotencyKey = `${kind}/${occasion}/${accountId}`;
    this.#lines.set(`${kind}/${accountId}`, told);
    this.rows.emails.push({
      id: seedId(`mail/${idempotencyKey}`),
      accountId,
      recipient,
      locale,
      kind,
      params: { party, sequence: String(sequence), ...more, eventId: this.eventId },
      idempotencyKey,
      status: 'sent',
      attempts: 1,
      createdAt: at,
      sentAt: at,
      providerId: seedId(`sent/${idempotencyKey}`),
    });
  }

  #line({ actor: { accountId }, party, news, at, sequence, more }: Told): void {
    const isOld = at < addHours(this.now, -readAfterHours);
    this.rows.notifications.push({
      id: seedId(`news/${this.eventId}/${news}/${accountId}`),
      accountId,
      kind: `event.${news}`,
      eventId: this.eventId,
      params: { party, sequence: String(sequence), ...more },
      createdAt: at,
      readAt: isOld ? addHours(at, 1) : null,
    });
  }
}
