import { CORRECTION_HOURS } from '@/lib/booking/rules/outcome';
import { bookingMachine, occupyingStatuses } from '@/lib/booking/rules/status';
import { waitingMachine } from '@/lib/booking/rules/waiting';
import { type Invariant, legalMoves } from '@/lib/server/db/invariant';

const count = (from: string) => `select count(*) as count from ${from}`;

const occupying = occupyingStatuses.map((status) => `'${status}'`).join(', ');

/** The stretch a booking takes, buffers included. */
const taken = `tstzrange(b.starts_at - make_interval(mins => b.buffer_before_minutes),
  b.ends_at + make_interval(mins => b.buffer_after_minutes), '[)')`;

const time: Invariant[] = [
  {
    name: 'booking.noOverlap',
    says: 'Two occupations of one specialist never overlap, buffers included.',
    checked: count('occupancy'),
    violations: `
      select a.id, 'overlaps ' || b.id as problem from occupancy a join occupancy b
        on a.specialist_id = b.specialist_id and a.id < b.id
        and tstzrange(a.starts_at, a.ends_at, '[)') && tstzrange(b.starts_at, b.ends_at, '[)')`,
  },
  {
    name: 'booking.takesItsTime',
    says: 'Every pending or accepted booking, and every hold or proposal that runs, takes exactly its time.',
    checked: count(
      `booking where status in (${occupying}) or (status in ('held', 'proposed') and held_until > :now)`,
    ),
    violations: `
      select b.id, b.status || case when o.id is null then ' takes no time' else ' takes another time' end as problem
      from booking b left join occupancy o on o.source_id = b.id
      where (b.status in (${occupying}) or (b.status in ('held', 'proposed') and b.held_until > :now))
        and (o.id is null or o.specialist_id <> b.specialist_id or tstzrange(o.starts_at, o.ends_at, '[)') <> ${taken}
          or o.kind <> (case b.status when 'held' then case when b.waiting_entry_id is null then 'hold' else 'waiting_offer' end when 'proposed' then 'proposal' else 'booking' end)::occupancy_kind)`,
  },
  {
    name: 'booking.onlyBookingsTakeTime',
    says: 'No time is taken for a booking that is over without having taken place, or for a proposal that is decided.',
    checked: count(`occupancy where kind in ('hold', 'waiting_offer', 'proposal', 'booking')`),
    violations: `
      select o.id, o.kind || ' of ' || coalesce('a booking that is ' || b.status, 'nothing') as problem
      from occupancy o left join booking b on b.id = o.source_id left join reschedule r on r.id = o.source_id
      where (o.kind = 'booking' and (b.id is null or b.status not in (${occupying}, 'completed', 'missed')))
         or (o.kind in ('hold', 'waiting_offer') and (b.id is null or b.status <> 'held'))
         or (o.kind = 'proposal' and b.status is distinct from 'proposed' and r.status is distinct from 'open')`,
  },
  {
    name: 'booking.nothingOverdue',
    says: 'No hold, proposal, answer time or outcome is overdue by more than 10 minutes.',
    checked: count(`booking where status in ('held', 'proposed', 'pending', 'accepted')`),
    violations: `
      select id, status || ' is overdue' as problem from booking
      where (status in ('held', 'proposed') and held_until < :now - interval '10 minutes')
         or (status = 'pending' and answer_by < :now - interval '10 minutes')
         or (status = 'accepted' and ends_at + (case when channel = 'in_person' then interval '${CORRECTION_HOURS} hours' else interval '0' end) < :now - interval '10 minutes')`,
  },
];

const waiting: Invariant[] = [
  {
    name: 'waiting.legalMoves',
    says: 'Every recorded move of a wait is one that its machine allows.',
    checked: count(`audit_entry where subject_type = 'waiting'`),
    violations: `
      select a.id, a.action || ' from ' || coalesce(a.from_status, '-') || ' by ' || a.party as problem
      from audit_entry a left join ${legalMoves('waiting', waitingMachine)}
        on (legal.action, legal.from_status, legal.to_status, legal.party) = (a.action, a.from_status, a.to_status, a.party::text)
      where a.subject_type = 'waiting' and legal.action is null
        and not (a.action = 'waiting.join' and a.from_status is null and a.to_status = 'waiting' and a.party = 'client')`,
  },
  {
    name: 'waiting.offeredIsHeld',
    says: 'Whoever waits and was offered a place has exactly one that is held; nobody else has.',
    checked: count(`waiting_entry where status in ('waiting', 'offered')`),
    violations: `
      select e.id, e.status || ' with ' || count(h.id) || ' held' as problem
      from waiting_entry e left join (
        select id, waiting_entry_id, client_id, service_id as what from booking where status = 'held'
        union all select id, waiting_entry_id, client_id, event_id from seat where status = 'held'
      ) h on h.waiting_entry_id = e.id and h.client_id = e.client_id and h.what = coalesce(e.service_id, e.event_id)
      group by e.id having count(h.id) <> (case e.status when 'offered' then 1 else 0 end)`,
  },
  {
    name: 'waiting.bookedHasBooking',
    says: 'A wait that counts as booked was answered by a booking or a seat that did not stay a hold.',
    checked: count(`waiting_entry where status = 'booked'`),
    violations: `
      select e.id, 'booked without a booking' as problem from waiting_entry e
      where e.status = 'booked' and not exists (select 1 from booking b
        where b.waiting_entry_id = e.id and b.status not in ('held', 'expired'))
        and not exists (select 1 from seat s where s.event_id = e.event_id and s.client_id = e.client_id and s.status not in ('held', 'expired'))`,
  },
];

const told: Invariant[] = [
  {
    name: 'booking.remindedInTime',
    says: 'Reminders were told between their time and the start, of sessions that were accepted before; each has its line in the app for both sides.',
    checked: count('booking_reminder'),
    violations: `
      select b.id, r.hours_before || ' h before ' || r.starts_at as problem
      from booking_reminder r join booking b on b.id = r.booking_id
      where r.told_at >= r.starts_at or r.told_at < r.starts_at - make_interval(hours => r.hours_before)
         or b.decided_at is null
         or (select count(distinct n.params ->> 'party') from notification n where n.booking_id = b.id
               and n.kind = 'booking.reminder' || r.hours_before) <> 2`,
  },
  {
    name: 'booking.remindedWhileAccepted',
    says: 'Nobody was reminded of a session that was over by then.',
    checked: count('booking_reminder'),
    violations: `
      select b.id, 'reminded at ' || r.told_at || ', closed at ' || b.closed_at as problem
      from booking_reminder r join booking b on b.id = r.booking_id
      where b.closed_at < r.told_at - interval '1 minute'`,
  },
  {
    name: 'booking.outcomeIsTold',
    says: 'The client of a session at a practice was told what it counts as.',
    checked: count(
      `booking where channel = 'in_person' and practice_street is not null and status in ('completed', 'missed')`,
    ),
    violations: `
      select b.id, b.status || ' was not told' as problem from booking b
      where b.channel = 'in_person' and b.practice_street is not null and b.status in ('completed', 'missed') and not exists (
        select 1 from notification n where n.booking_id = b.id and n.account_id = b.client_id
          and n.kind in ('booking.completed', 'booking.missed', 'booking.correctedToCompleted', 'booking.correctedToMissed'))`,
  },
];

const money: Invariant[] = [
  {
    name: 'booking.followsItsMoney',
    says: 'Every secured payment has a booking that follows it.',
    checked: count(
      `payment where booking_id is not null and status not in ('none', 'not_needed', 'checkout_open', 'setup_open', 'processing')`,
    ),
    violations: `
      select b.id, 'payment is ' || p.status || ', booking is ' || b.status as problem
      from payment p join booking b on b.id = p.booking_id
      where (p.status = 'authorised' and p.return_cause is null and p.delivered_at is null and b.status not in ('pending', 'accepted'))
         or (p.status = 'paid_held' and b.status <> 'accepted')
         or (p.status in ('card_on_file') and b.status not in ('pending', 'accepted'))
         or (p.status in ('due', 'charging') and p.delivered_at is null and p.return_cause is null and b.status not in ('pending', 'accepted'))
         or (p.status in ('due', 'charging') and p.delivered_at is not null and b.status not in ('completed', 'missed', 'cancelled'))
         or (p.status in ('delivered_held', 'releasable', 'in_payout', 'transferred') and b.status not in ('completed', 'missed', 'cancelled')
           and not (b.status = 'accepted' and b.starts_at <= :now))
         or (p.status in ('refunding', 'refunded', 'charged_back') and b.status in ('pending', 'held', 'proposed'))
         or (p.status in ('refunding', 'refunded') and b.status = 'accepted' and b.starts_at > :now and p.refunded_amount = p.paid_amount)`,
  },
  {
    name: 'booking.acceptedIsPaidOnce',
    says: 'Every accepted booking that is paid at once has exactly one charge, or its capture is on the way; no other has more than one.',
    checked: count(`booking where status in ('accepted', 'completed', 'missed') and price_amount > 0`),
    violations: `
      select b.id, b.status || ' with ' || e.charges || ' charges' as problem
      from booking b left join payment p on p.booking_id = b.id
      cross join lateral (
        select count(*) - (select count(distinct r.surplus_intent_id) from refund r where r.payment_id = p.id
          and r.surplus_intent_id is distinct from p.payment_intent_id) as charges
        from ledger_transaction t where t.payment_id = p.id and t.kind = 'E1'
      ) e
      where b.status in ('accepted', 'completed', 'missed') and b.price_amount > 0
        and (e.charges > 1 or (e.charges = 0 and p.mode = 'at_booking' and p.setup_intent_id is null))
        and not (p.status = 'authorised' and exists (
          select 1 from stripe_call c where c.payment_id = p.id and c.kind = 'capture' and c.status = 'waiting'))`,
  },
  {
    name: 'booking.pendingIsSecured',
    says: 'Every pending booking with a price has its money authorised, a card for it, or is paid elsewhere.',
    checked: count(`booking where status = 'pending' and price_amount > 0`),
    violations: `
      select b.id, 'pending, but the payment is ' || coalesce(p.status::text, 'missing') as problem
      from booking b left join payment p on p.booking_id = b.id
      where b.status = 'pending' and b.price_amount > 0
        and (p.status is null or p.status not in ('authorised', 'card_on_file', 'due', 'settled_offline'))`,
  },
];

const machine: Invariant[] = [
  {
    name: 'booking.audited',
    says: 'The audit log leads from the hold or the proposal of each booking to its present status without a gap.',
    checked: count('booking'),
    violations: `
      with step as (
        select subject_id, from_status as status, -1 as change from audit_entry where subject_type = 'booking'
        union all select subject_id, to_status, 1 from audit_entry where subject_type = 'booking'
        union all select id, status::text, -1 from booking
      )
      select subject_id as id, 'audit log and status differ at ' || status as problem
      from step where status is not null group by subject_id, status having sum(change) <> 0`,
  },
  {
    name: 'booking.legalMoves',
    says: 'Every change of a booking’s status is one its machine allows, by somebody who may.',
    checked: count(`audit_entry where subject_type = 'booking' and to_status is not null`),
    violations: `
      select a.subject_id as id, a.action || ' from ' || coalesce(a.from_status, '-') || ' to ' || a.to_status || ' by ' || a.party as problem
      from audit_entry a left join ${legalMoves('booking', bookingMachine)}
        on (legal.action, legal.from_status, legal.to_status, legal.party) = (a.action, a.from_status, a.to_status, a.party::text)
      where a.subject_type = 'booking' and a.to_status is not null and legal.action is null
        and not (a.action = 'booking.hold' and a.from_status is null and a.to_status = 'held' and a.party = 'client')
        and not (a.action = 'booking.offer' and a.from_status is null and a.to_status = 'held' and a.party = 'system')
        and not (a.action = 'booking.propose' and a.from_status is null and a.to_status = 'proposed' and a.party = 'provider')`,
  },
  {
    name: 'booking.tiesItsParties',
    says: 'Whoever was proposed, requested or booked a session is a client of its provider.',
    checked: count('booking'),
    violations: `
      select b.id, 'is ' || b.status || ' without a tie' as problem
      from booking b left join relationship r on (r.provider_id, r.client_id) = (b.provider_id, b.client_id)
      where r.client_id is null and (b.status not in ('held', 'expired') or b.proposed_at is not null)`,
  },
];

/** What is always true of bookings, their time and their money (docs/rules.md, Bookings). */
export const bookingInvariants: readonly Invariant[] = [...time, ...told, ...waiting, ...money, ...machine];
