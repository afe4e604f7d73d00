import type { Tx } from '@/lib/server/db/client';
import { queueEmail } from '@/lib/server/email/outbox';
import { renewNotification } from './repository';

/** What a piece of news is about. */
export type NewsSubject = { bookingId: string } | { eventId: string } | { claimId: string };

export type News = {
  accountId: string;
  email: string;
  locale: string;
  /** Domain and event, for instance `booking.accepted`; also the name of the mail's template. */
  kind: string;
  about: NewsSubject;
  /** Ids and codes only; the words are made by the reader's language when it is read or sent. */
  params: Record<string, string>;
  /** What makes this piece of news one: it is told once per account, kind and occasion. */
  occasion: string;
};

/**
 * Tells somebody in the app and by e-mail, as part of the transaction in which it happened. The app keeps one line for a
 * kind of news about a booking, an event or a claim: when the same is told of another occasion, the line is new again.
 */
export async function tell(tx: Tx, news: News): Promise<void> {
  const { accountId, kind, about, params } = news;
  const line = { accountId, kind, ...about };
  const { count } = await tx.notification.createMany({ data: [{ ...line, params }], skipDuplicates: true });
  if (count === 0) await renewNotification(tx, line, params);
  await queueEmail(tx, {
    accountId,
    recipient: news.email,
    locale: news.locale,
    kind,
    params: { ...params, ...about },
    idempotencyKey: `${kind}/${news.occasion}/${accountId}`,
  });
}
