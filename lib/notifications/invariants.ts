import type { Invariant } from '@/lib/server/db/invariant';

const count = (from: string) => `select count(*) as count from ${from}`;

/** What is always true of news and mails (docs/rules.md, Reminders). */
export const notificationInvariants: readonly Invariant[] = [
  {
    name: 'notifications.mailsSentOnce',
    says: 'Every mail was sent once, waits to be sent, or was dropped before because it was not true any more.',
    checked: count('email'),
    violations: `
      select id, kind || ' is ' || status || coalesce(': ' || last_error, '') as problem from email
      where status = 'failed' or (status = 'sent') <> (sent_at is not null)`,
  },
  {
    name: 'notifications.newsIsMailed',
    says: 'All news in the app also went into the outbox of mails.',
    checked: count('notification where num_nonnulls(booking_id, event_id, claim_id) > 0'),
    violations: `
      select n.id, n.kind || ' was not mailed' as problem from notification n
      where not exists (
        select 1 from email e
        where e.account_id = n.account_id and e.kind = n.kind
          and coalesce(e.params ->> 'claimId', e.params ->> 'bookingId', e.params ->> 'eventId') = coalesce(n.claim_id, n.booking_id, n.event_id)::text)`,
  },
];
