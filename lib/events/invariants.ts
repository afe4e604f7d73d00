import { type Invariant, legalMoves } from '@/lib/server/db/invariant';
import { eventMachine, seatMachine, takingStatuses } from './rules/status';

const count = (from: string) => `select count(*) as count from ${from}`;

const taking = takingStatuses.map((status) => `'${status}'`).join(', ');
/** Money that is there for a seat and neither earned nor on its way back. */
const waiting = `('paid_held')`;
const earned = `('delivered_held', 'claim_open', 'releasable', 'in_payout', 'transferred')`;

const seats: Invariant[] = [
  {
    name: 'events.notOversold',
    says: 'No event has more seats booked, or held by holds that run, than it has places.',
    checked: count(`event where status <> 'draft'`),
    violations: `
      select e.id, count(*) || ' of ' || e.maximum_seats as problem
      from event e join seat s on s.event_id = e.id
      where s.status in (${taking}) or (s.status = 'held' and s.held_until > :now)
      group by e.id, e.maximum_seats having count(*) > e.maximum_seats`,
  },
  {
    name: 'events.oneSeatAClient',
    says: 'Nobody holds two places of one event.',
    checked: count(`seat where status in ('held', ${taking})`),
    violations: `
      select event_id as id, count(*) || ' seats of ' || client_id as problem
      from seat where status in ('held', ${taking}) group by event_id, client_id having count(*) > 1`,
  },
  {
    name: 'events.noSeatOfTheHost',
    says: 'Nobody has a seat in their own event.',
    checked: count(`seat where status <> 'expired'`),
    violations: `
      select s.id, 'is of the host' as problem from seat s join event e on e.id = s.event_id
      join provider p on p.id in (e.provider_id, e.host_id) where p.account_id = s.client_id`,
  },
  {
    name: 'events.seatsFollowTheirEvent',
    says: 'Seats of an event that is over are over: attended or absent when it was held, cancelled when it was not.',
    checked: count(`event where status in ('completed', 'cancelled')`),
    violations: `
      select s.id, 'seat is ' || s.status || ', event is ' || e.status as problem
      from seat s join event e on e.id = s.event_id
      where (e.status = 'draft')
         or (e.status = 'published' and s.status in ('attended', 'absent'))
         or (e.status = 'completed' and s.status = 'booked')
         or (e.status = 'cancelled' and s.status in (${taking}, 'held'))`,
  },
];

const time: Invariant[] = [
  {
    name: 'events.takesItsTime',
    says: 'Every event on sale takes exactly its host’s time, and so does what was held.',
    checked: count(`event where status in ('published', 'completed')`),
    violations: `
      select e.id, e.status || case when o.id is null then ' takes no time' else ' takes another time' end as problem
      from event e left join occupancy o on o.source_id = e.id and o.kind = 'event'
      where e.status in ('published', 'completed')
        and (o.id is null or o.specialist_id <> e.host_id or (o.starts_at, o.ends_at) <> (e.starts_at, e.ends_at))`,
  },
  {
    name: 'events.onlyEventsTakeTime',
    says: 'No time is taken for a draft or for an event that was cancelled.',
    checked: count(`occupancy where kind = 'event'`),
    violations: `
      select o.id, 'time of ' || coalesce('an event that is ' || e.status, 'nothing') as problem
      from occupancy o left join event e on e.id = o.source_id
      where o.kind = 'event' and (e.id is null or e.status not in ('published', 'completed'))`,
  },
  {
    name: 'events.nothingOverdue',
    says: 'No hold of a seat, minimum or outcome is overdue by more than 10 minutes.',
    checked: count(`event where status = 'published'`),
    violations: `
      select id, 'hold is overdue' as problem from seat
      where status = 'held' and held_until < :now - interval '10 minutes'
      union all
      select e.id, 'minimum was not judged' from event e
      where e.status = 'published' and e.confirmed_at is null and e.book_until < :now - interval '10 minutes'
        and not exists (select 1 from seat s where s.event_id = e.id and s.status = 'held'
          and s.held_until > :now - interval '10 minutes')
      union all
      select id, 'outcome is overdue' from event
      where status = 'published' and ends_at < :now - interval '10 minutes'`,
  },
  {
    name: 'events.remindedInTime',
    says: 'Each reminder of an event has its line in the app, for whoever it was told.',
    checked: count('event_reminder'),
    violations: `
      select r.event_id as id, r.hours_before || ' h before ' || r.starts_at as problem from event_reminder r
      where not exists (
        select 1 from notification n where n.event_id = r.event_id and n.account_id = r.account_id
          and n.kind = 'event.reminder' || r.hours_before)`,
  },
];

const money: Invariant[] = [
  {
    name: 'events.bookedIsPaid',
    says: 'Every seat with a price that is booked or was taken to the end has exactly one charge.',
    checked: count(`seat where status in (${taking}) and price_amount > 0`),
    violations: `
      select s.id, s.status || ' with ' || e.charges || ' charges' as problem
      from seat s left join payment p on p.seat_id = s.id
      cross join lateral (
        select count(*) as charges from ledger_transaction t where t.payment_id = p.id and t.kind = 'E1'
      ) e
      where s.status in (${taking}) and s.price_amount > 0 and e.charges <> 1`,
  },
  {
    name: 'events.followTheirMoney',
    says: 'Money waits for events to come, is earned by those that were held, and goes back for all others.',
    checked: count(`payment where seat_id is not null and status <> 'none'`),
    violations: `
      select s.id, 'payment is ' || p.status || ', seat is ' || s.status || ', event is ' || e.status as problem
      from payment p join seat s on s.id = p.seat_id join event e on e.id = s.event_id
      where (p.status in ${waiting} and (e.status <> 'published' or not (s.status = 'booked' or s.is_late)))
         or (p.status in ${earned} and (e.status <> 'completed' or not (s.status in ('attended', 'absent') or s.is_late)))
         or (p.status in ('refunding', 'refunded') and s.status in ('booked', 'held'))
         or (p.status in ('refunding', 'refunded') and p.delivered_at is null and e.status = 'completed' and (s.is_late or s.status in ('attended', 'absent')))`,
  },
];

const machine: Invariant[] = [
  {
    name: 'events.audited',
    says: 'The audit log leads from the first status of each event and seat to its present one without a gap.',
    checked: count('(select id from event union all select id from seat) x'),
    violations: `
      with step as (
        select subject_id, from_status as status, -1 as change from audit_entry where subject_type in ('event', 'seat')
        union all select subject_id, to_status, 1 from audit_entry where subject_type in ('event', 'seat')
        union all select id, status::text, -1 from event
        union all select id, status::text, -1 from seat
      )
      select subject_id as id, 'audit log and status differ at ' || status as problem
      from step where status is not null group by subject_id, status having sum(change) <> 0`,
  },
  {
    name: 'events.legalMoves',
    says: 'Every change of an event’s or a seat’s status is one its machine allows, by somebody who may.',
    checked: count(`audit_entry where subject_type in ('event', 'seat') and to_status is not null`),
    violations: `
      select a.subject_id as id, a.action || ' from ' || coalesce(a.from_status, '-') || ' to ' || a.to_status || ' by ' || a.party as problem
      from audit_entry a left join (
        select * from ${legalMoves('event', eventMachine)}
        union all select * from ${legalMoves('seat', seatMachine)}
      ) legal (action, from_status, to_status, party)
        on (legal.action, legal.from_status, legal.to_status, legal.party) = (a.action, a.from_status, a.to_status, a.party::text)
      where a.subject_type in ('event', 'seat') and a.to_status is not null and legal.action is null
        and not (a.action = 'event.create' and a.from_status is null and a.to_status = 'draft' and a.party = 'provider')
        and not (a.action = 'seat.hold' and a.from_status is null and a.to_status = 'held' and a.party = 'client')
        and not (a.action = 'seat.offer' and a.from_status is null and a.to_status = 'held' and a.party = 'system')`,
  },
];

/** What is always true of events, their seats, time and money (docs/rules.md, Events). */
export const eventInvariants: readonly Invariant[] = [...seats, ...time, ...money, ...machine];
