import { REFUND_RETRY_HOURS } from '@/lib/payments/rules/refund';
import { paymentMachine } from '@/lib/payments/rules/status';
import { type Invariant, legalMoves } from '@/lib/server/db/invariant';

const count = (from: string) => `select count(*) as count from ${from}`;

/** What lies in each account of a payment, as amounts of 0 or more: liabilities are credits. */
const held = `
  select p.*, coalesce(b.cp, 0) as cp, coalesce(b.ah, 0) as ah, coalesce(b.ap, 0) as ap,
    coalesce(b.charges, 0) as charges, coalesce(b.transferred, 0) as sent
  from payment p left join (
    select l.payment_id,
      -sum(l.amount) filter (where l.account = 'CP') as cp,
      -sum(l.amount) filter (where l.account = 'AH') as ah,
      -sum(l.amount) filter (where l.account = 'AP') as ap,
      count(distinct t.id) filter (where t.kind = 'E1') as charges,
      -sum(l.amount) filter (where l.account = 'SA' and (t.kind = 'E5' or (t.kind = 'E12' and l.amount > 0))) as transferred
    from ledger_line l join ledger_transaction t on t.id = l.transaction_id
    group by l.payment_id
  ) b on b.payment_id = p.id`;

const final = `('none', 'not_needed', 'transferred', 'refunded', 'charged_back', 'uncollectible')`;

const ledger: Invariant[] = [
  {
    name: 'payments.entriesSumToZero',
    says: 'Every transaction of the ledger sums to 0 in each currency, and has lines.',
    checked: count('ledger_transaction'),
    violations: `
      select t.id, coalesce('sums to ' || s.total || ' ' || s.currency, 'has no lines') as problem
      from ledger_transaction t left join (
        select transaction_id, currency, sum(amount) as total from ledger_line group by 1, 2
      ) s on s.transaction_id = t.id
      where s.transaction_id is null or s.total <> 0`,
  },
  {
    name: 'payments.liabilitiesOfPayments',
    says: 'What clients and advisors are owed (CP, AH, AP) is never below 0 for any payment.',
    checked: count(
      `(select distinct payment_id, account from ledger_line where account in ('CP', 'AH', 'AP')) x`,
    ),
    violations: `
      select coalesce(payment_id::text, '-') as id, account || ' is ' || -sum(amount) as problem from ledger_line
      where account in ('CP', 'AH', 'AP') group by payment_id, account having sum(amount) > 0`,
  },
  {
    name: 'payments.liabilitiesOfProviders',
    says: 'The same for every provider.',
    checked: count(
      `(select distinct provider_id, account from ledger_line where account in ('CP', 'AH', 'AP')) x`,
    ),
    violations: `
      select coalesce(provider_id::text, '-') as id, account || ' is ' || -sum(amount) as problem from ledger_line
      where account in ('CP', 'AH', 'AP') group by provider_id, account having sum(amount) > 0`,
  },
  {
    name: 'payments.closedLeaveNothing',
    says: 'A payment that is over leaves 0 in CP, AH and AP together.',
    checked: count(`payment where status in ${final}`),
    violations: `
      select id, status || ' leaves ' || (cp + ah + ap) as problem from (${held}) h
      where status in ${final} and cp + ah + ap <> 0`,
  },
  {
    name: 'payments.moneyLiesWhereStatusSays',
    says: 'Held money lies where the status says: paid in CP, delivered in AH, released in AP, to the cent.',
    checked: count(`payment where status in ('paid_held', 'delivered_held', 'releasable', 'in_payout')`),
    violations: `
      select id, status || ' with CP ' || cp || ', AH ' || ah || ', AP ' || ap as problem from (${held}) h
      where (status = 'paid_held' and (cp, ah, ap) <> (paid_amount - refunded_amount, 0, 0))
         or (status = 'delivered_held' and (cp, ah, ap) <> (0, advisor_amount, 0))
         or (status in ('releasable', 'in_payout') and (cp, ah, ap) <> (0, 0, advisor_amount))`,
  },
  {
    name: 'payments.splitSums',
    says: 'Commission, VAT and the advisor’s part of an earned price sum to it.',
    checked: count('payment where delivered_at is not null and paid_amount > 0'),
    violations: `
      select id, commission_amount || ' + ' || commission_vat || ' + ' || advisor_amount || ' of ' || amount as problem
      from payment where delivered_at is not null and status in ('delivered_held', 'releasable', 'in_payout', 'transferred')
        and commission_amount + commission_vat + advisor_amount <> amount`,
  },
];

const limits: Invariant[] = [
  {
    name: 'payments.refundsWithinCaptured',
    says: 'Refunds are never above what was captured, and the payment knows their sum.',
    checked: count('refund'),
    violations: `
      select p.id, r.asked || ' asked, ' || r.arrived || ' arrived, ' || p.refunded_amount || ' noted of ' || p.paid_amount as problem
      from payment p join (
        select payment_id, coalesce(sum(amount) filter (where status <> 'failed'), 0) as asked,
          coalesce(sum(amount) filter (where status = 'succeeded'), 0) as arrived
        from refund group by 1
      ) r on r.payment_id = p.id
      where r.asked > p.paid_amount or r.arrived <> p.refunded_amount`,
  },
  {
    name: 'payments.refundsAreUnderWay',
    says: 'Money that goes back has a refund under way, or one that failed and is tried again within a day; what went back has one that arrived.',
    checked: count(`payment where status in ('refunding', 'refunded')`),
    violations: `
      select p.id, p.status || ' without a refund' as problem from payment p
      where (p.status = 'refunding' and not exists (
          select 1 from refund r where r.payment_id = p.id and (r.status in ('requested', 'pending')
            or (r.status = 'failed' and r.checked_at > :now - interval '${REFUND_RETRY_HOURS} hours 10 minutes'))))
        or (p.status = 'refunded' and not exists (
          select 1 from refund r where r.payment_id = p.id and r.status = 'succeeded'))`,
  },
  {
    name: 'payments.transfersWithinShare',
    says: 'Transfers less reversals are never above the advisor’s part.',
    checked: count(`ledger_transaction where kind = 'E5'`),
    violations: `
      select id, sent || ' sent of ' || advisor_amount as problem from (${held}) h where sent > advisor_amount`,
  },
  {
    name: 'payments.chargedOnce',
    says: 'A payment that holds money was charged exactly once; one that holds none, at most once.',
    checked: count('payment where amount > 0'),
    violations: `
      select id, status || ' with ' || charges || ' charges' as problem from (${held}) h
      where charges > 1
         or (charges <> 1 and status in ('paid_held', 'delivered_held', 'claim_open', 'releasable', 'in_payout', 'transferred', 'refunding', 'refunded'))
         or (charges <> 0 and status in ('none', 'not_needed', 'checkout_open', 'authorised'))`,
  },
  {
    name: 'payments.callsAreMade',
    says: 'No call to the payment service has waited for more than 10 minutes.',
    checked: count('stripe_call'),
    violations: `
      select id, kind || ' waits since ' || created_at as problem from stripe_call
      where status = 'waiting' and created_at < :now - interval '10 minutes'`,
  },
];

const machine: Invariant[] = [
  {
    name: 'payments.audited',
    says: 'The audit log leads from the first status of each payment to its present one without a gap.',
    checked: count('payment'),
    violations: `
      with step as (
        select subject_id, from_status as status, -1 as change from audit_entry where subject_type = 'payment'
        union all select subject_id, to_status, 1 from audit_entry where subject_type = 'payment'
        union all select id, case when amount = 0 then 'not_needed' else 'none' end, 1 from payment
        union all select id, status::text, -1 from payment
      )
      select subject_id as id, 'audit log and status differ at ' || status as problem
      from step where status is not null group by subject_id, status having sum(change) <> 0`,
  },
  {
    name: 'payments.legalMoves',
    says: 'Every change of a payment’s status is one its machine allows, by somebody who may.',
    checked: count(`audit_entry where subject_type = 'payment' and to_status is not null`),
    violations: `
      select a.subject_id as id, a.action || ' from ' || coalesce(a.from_status, '-') || ' to ' || a.to_status || ' by ' || a.party as problem
      from audit_entry a left join ${legalMoves('payment', paymentMachine)}
        on (legal.action, legal.from_status, legal.to_status, legal.party) = (a.action, a.from_status, a.to_status, a.party::text)
      where a.subject_type = 'payment' and a.to_status is not null and legal.action is null`,
  },
];

/** What is always true of payments and the ledger (docs/rules.md, Ledger). */
export const paymentInvariants: readonly Invariant[] = [...ledger, ...limits, ...machine];
