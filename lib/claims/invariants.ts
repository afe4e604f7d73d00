import { type Invariant, legalMoves } from '@/lib/server/db/invariant';
import { claimMachine } from './rules/status';

const count = (from: string) => `select count(*) as count from ${from}`;
const open = `('opened', 'answered', 'with_admin')`;
const withMoney = `claim c left join payment p on p.booking_id = c.booking_id or p.seat_id = c.seat_id`;

/** What is always true of claims (docs/rules.md, Claims). */
export const claimInvariants: readonly Invariant[] = [
  {
    name: 'claims.openMoneyIsFrozen',
    says: 'The money of every open claim is frozen: neither released nor on its way to the advisor.',
    checked: count(`claim where status in ${open} and not is_mediation`),
    violations: `
      select c.id, c.status || ' while its money is ' || coalesce(p.status::text, 'missing') as problem from ${withMoney}
      where c.status in ${open} and not c.is_mediation
        and (p.id is null or p.status in ('releasable', 'in_payout', 'transferred')
          or (p.status = 'delivered_held' and p.claimed_at is null))`,
  },
  {
    name: 'claims.onlyClaimsFreeze',
    says: 'No money is frozen without a claim whose money is still to be settled.',
    checked: count(`payment where status = 'claim_open' or claimed_at is not null`),
    violations: `
      select p.id, p.status || ' without a claim' as problem from payment p
        left join claim c on c.booking_id = p.booking_id or c.seat_id = p.seat_id
      where (p.status = 'claim_open' or p.claimed_at is not null) and (c.id is null or c.settled_at is not null)`,
  },
  {
    name: 'claims.refundsAreAsked',
    says: 'What a claim gives back was asked of the payment service, to the cent, or waits to be asked again.',
    checked: count(`claim where closed_at is not null and not is_mediation`),
    violations: `
      select c.id, 'says ' || c.refund_amount || ', asked for ' || r.asked as problem from (
        select c.id, c.refund_amount, p.id as payment_id from ${withMoney}
        where c.closed_at is not null and not c.is_mediation and p.paid_amount > 0 and p.status <> 'charged_back'
      ) c cross join lateral (
        select coalesce(sum(amount), 0) as asked from refund f
        where payment_id = c.payment_id and cause = 'claim' and surplus_intent_id is null
          and (status <> 'failed' or not exists (select 1 from refund o where o.payment_id = f.payment_id
            and o.surplus_intent_id is null and o.number > f.number))
      ) r where r.asked <> c.refund_amount`,
  },
  {
    name: 'claims.nothingOverdue',
    says: 'No answer, reply or release of a claim is overdue by more than 10 minutes.',
    checked: count(`claim where settled_at is null`),
    violations: `
      select c.id, c.status || ' is overdue' as problem from ${withMoney}
      where (c.status = 'opened' and c.answer_by < :now - interval '10 minutes')
         or (c.status = 'answered' and c.reply_by < :now - interval '10 minutes')
         or (c.closed_at < :now - interval '10 minutes' and c.settled_at is null and p.status not in ('refunding', 'disputed'))`,
  },
  {
    name: 'claims.auditIsLegal',
    says: 'Every move of a claim in the audit log is one of the table, by somebody who may.',
    checked: count(`audit_entry where subject_type = 'claim' and from_status is not null`),
    violations: `
      select a.id, a.action || ' from ' || a.from_status || ' to ' || coalesce(a.to_status, '?') || ' by ' || a.party as problem
      from audit_entry a where a.subject_type = 'claim' and a.from_status is not null and not exists (
        select 1 from ${legalMoves('claim', claimMachine)}
        where legal.action = a.action and legal.from_status = a.from_status
          and legal.to_status = a.to_status and legal.party = a.party::text)`,
  },
  {
    name: 'claims.statusIsLogged',
    says: 'A claim stands where its last move in the audit log left it.',
    checked: count('claim'),
    violations: `
      select c.id, c.status || ', logged ' || coalesce(a.to_status, 'nothing') as problem from claim c
        left join lateral (
          select to_status from audit_entry where subject_type = 'claim' and subject_id = c.id and to_status is not null
          order by at desc, id desc limit 1
        ) a on true
      where a.to_status is distinct from c.status::text`,
  },
  {
    name: 'claims.filesAreAttached',
    says: 'Every file of a claim is its author’s and was added; every file that is ready is sealed.',
    checked: count('claim_file'),
    violations: `
      select f.id, 'is not the author’s, or was not added' as problem from claim_file x
        join stored_file f on f.id = x.file_id join claim_message m on m.id = x.message_id
      where f.account_id <> m.author_id or f.attached_at is null or (f.status = 'ready' and f.key_id is null)`,
  },
];
