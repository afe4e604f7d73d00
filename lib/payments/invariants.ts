import { REFUND_RETRY_HOURS } from '@/lib/payments/rules/refund';
import { paymentMachine } from '@/lib/payments/rules/status';
import { type Invariant, legalMoves } from '@/lib/server/db/invariant';

const count = (from: string) => `select count(*) as count from ${from}`;

/** What lies in each account of a payment, as amounts of 0 or more: liabilities are credits. */
const held = `
  select p.*, coalesce(b.cp, 0) as cp, coalesce(b.ah, 0) as ah, coalesce(b.ap, 0) as ap,
    coalesce(b.charges, 0) as charges, coalesce(b.transferred, 0) as sent, coalesce(b.earned, 0) as earned,
    coalesce((select sum(s.open) from surplus_standing s where s.payment_id = p.id), 0) as bouncing,
    (select count(distinct r.surplus_intent_id) from refund r where r.payment_id = p.id and r.surplus_intent_id is not null
      and r.surplus_intent_id is distinct from p.payment_intent_id) as surplus
  from payment p left join (
    select l.payment_id,
      -sum(l.amount) filter (where l.account = 'CP') as cp,
      -sum(l.amount) filter (where l.account = 'AH') as ah,
      -sum(l.amount) filter (where l.account = 'AP') as ap,
      -sum(l.amount) filter (where l.account = 'AH' and t.kind = 'E3') as earned,
      count(distinct t.id) filter (where t.kind = 'E1') as charges,
      -sum(l.amount) filter (where l.account = 'SA' and (t.kind = 'E5' or (t.kind = 'E12' and l.amount > 0))) as transferred
    from ledger_line l join ledger_transaction t on t.id = l.transaction_id
    group by l.payment_id
  ) b on b.payment_id = p.id`;

const final = `('none', 'not_needed', 'transferred', 'refunded', 'charged_back', 'uncollectible', 'settled_offline')`;

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
    says: 'A payment that is over leaves 0 in CP, AH and AP together, but for a charge too many that is on its way back.',
    checked: count(`payment where status in ${final}`),
    violations: `
      select id, status || ' leaves ' || (cp + ah + ap) as problem from (${held}) h
      where status in ${final} and cp + ah + ap <> bouncing`,
  },
  {
    name: 'payments.moneyLiesWhereStatusSays',
    says: 'Held money lies where the status says: paid in CP, delivered in AH, released in AP, to the cent.',
    checked: count(
      `payment where status in ('paid_held', 'delivered_held', 'claim_open', 'releasable', 'in_payout')`,
    ),
    violations: `
      select id, status || ' with CP ' || cp || ', AH ' || ah || ', AP ' || ap as problem from (${held}) h
      where (status = 'paid_held' and (cp - bouncing, ah, ap) <> (paid_amount - refunded_amount - charged_back_amount, 0, 0))
         or (status in ('delivered_held', 'claim_open') and (cp - bouncing, ah, ap) <> (0, advisor_amount, 0))
         or (status in ('releasable', 'in_payout') and (cp - bouncing, ah, ap) <> (0, 0, advisor_amount))`,
  },
  {
    name: 'payments.splitSums',
    says: 'Commission, VAT, a fee that the advisor bears and the advisor’s part of an earned price sum to what is left of it.',
    checked: count('payment where delivered_at is not null and paid_amount > 0'),
    violations: `
      select id, commission_amount || ' + ' || commission_vat || ' + ' || processing_fee || ' + ' || advisor_amount
        || ' of ' || (paid_amount - refunded_amount - charged_back_amount) as problem
      from payment where status in ('delivered_held', 'claim_open', 'releasable', 'in_payout', 'transferred', 'refunded', 'charged_back')
        and commission_amount + commission_vat + processing_fee + advisor_amount
          <> case when status in ('refunded', 'charged_back') then 0 else paid_amount - refunded_amount - charged_back_amount end`,
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
        from refund where surplus_intent_id is null group by 1
      ) r on r.payment_id = p.id
      where r.asked > p.paid_amount or r.arrived <> p.refunded_amount`,
  },
  {
    name: 'payments.refundsAreUnderWay',
    says: 'Money that goes back has a refund under way, or one that failed and is tried again within a day; what went back has one that arrived.',
    checked: count(`payment where status in ('refunding', 'clawback', 'refunded')`),
    violations: `
      select p.id, p.status || ' without a refund' as problem from payment p
      where (p.status in ('refunding', 'clawback') and not exists (
          select 1 from refund r where r.payment_id = p.id and (r.status in ('requested', 'pending')
            or (r.status = 'failed' and r.checked_at > :now - interval '${REFUND_RETRY_HOURS} hours 10 minutes'))))
        or (p.status = 'refunded' and not exists (
          select 1 from refund r where r.payment_id = p.id and r.status = 'succeeded'))`,
  },
  {
    name: 'payments.transfersWithinShare',
    says: 'Transfers less reversals are never above what the advisor earned, nor a transfer above their part and what they came to owe of it.',
    checked: count(`ledger_transaction where kind = 'E5'`),
    violations: `
      select h.id, sent || ' sent of ' || advisor_amount || ', ' || earned || ' earned' as problem from (${held}) h
      where sent > earned or transferred_amount > advisor_amount + coalesce((select sum(d.amount) from provider_debt d
        where d.payment_id = h.id and d.kind in ('refund', 'dispute')), 0)`,
  },
  {
    name: 'payments.chargedOnce',
    says: 'A payment that holds money was charged exactly once; one that holds none, at most once.',
    checked: count('payment where amount > 0'),
    violations: `
      select id, status || ' with ' || charges || ' charges' as problem from (${held}) h
      where charges > 1 + surplus
         or (charges - surplus <> 1 and status in ('paid_held', 'delivered_held', 'claim_open', 'releasable', 'in_payout', 'transferred', 'refunding', 'refunded'))
         or (charges - surplus <> 0 and status in ('none', 'not_needed', 'checkout_open', 'setup_open', 'card_on_file', 'charging', 'due', 'authorised', 'settled_offline'))`,
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

const debts: Invariant[] = [
  {
    name: 'payments.debtsAreBooked',
    says: 'What each provider owes (AR) is what is open of its debts.',
    checked: count('(select distinct provider_id from ledger_line where provider_id is not null) x'),
    violations: `
      select coalesce(l.provider_id, d.provider_id) as id, coalesce(l.ar, 0) || ' booked, ' || coalesce(d.open, 0) || ' open' as problem
      from (select provider_id, sum(amount) as ar from ledger_line where account = 'AR' group by 1) l
      full join (select provider_id, sum(amount - settled) as open from provider_debt group by 1) d using (provider_id)
      where coalesce(l.ar, 0) <> coalesce(d.open, 0)`,
  },
  {
    name: 'payments.nettingsAddUp',
    says: 'Every transfer was lowered by exactly what was set off against it, and no debt is set off twice.',
    checked: count(`payment where status = 'transferred'`),
    violations: `
      select p.id, p.netted_amount || ' lowered, ' || coalesce(n.sum, 0) || ' set off' as problem
      from payment p left join (select payment_id, sum(amount) as sum from netting group by 1) n on n.payment_id = p.id
      where coalesce(n.sum, 0) <> p.netted_amount
      union all select id, 'more is under way than open' from debt_standing where open < 0`,
  },
  {
    name: 'payments.debtPaymentsAddUp',
    says: 'What each provider has paid of its debts is the sum of its parts, and is booked once it was paid and never before.',
    checked: count('(select distinct provider_id from ledger_line where provider_id is not null) x'),
    violations: `
      select p.id, p.amount || ' ' || p.status || ', ' || coalesce(s.sum, 0) || ' in parts, ' || coalesce(l.sum, 0) || ' booked' as problem
      from debt_payment p
      left join (select debt_payment_id, sum(amount) as sum from debt_payment_part group by 1) s on s.debt_payment_id = p.id
      left join (select t.external_ref, -sum(l.amount) as sum from ledger_transaction t
        join ledger_line l on l.transaction_id = t.id and l.account = 'AR' where t.kind = 'E19' group by 1) l
        on l.external_ref = p.balance_transaction_id
      where coalesce(s.sum, 0) <> p.amount or coalesce(l.sum, 0) <> case when p.status = 'paid' then p.amount else 0 end`,
  },
  {
    name: 'payments.recordsAddUp',
    says: 'What was recorded as paid outside the platform is the sum of its records, and never above the price.',
    checked: count('payment where amount > 0'),
    violations: `
      select p.id, p.recorded_amount || ' noted, ' || coalesce(r.sum, 0) || ' recorded' as problem
      from payment p left join (select payment_id, sum(amount) as sum from offline_record group by 1) r on r.payment_id = p.id
      where coalesce(r.sum, 0) <> p.recorded_amount or p.recorded_amount > p.amount`,
  },
  {
    name: 'payments.disputesAreBooked',
    says: 'What banks hold back (DR) is the sum of the open disputes, and a disputed payment has one of its own charge.',
    checked: count('payment where charged_at is not null'),
    violations: `
      select p.id, 'DR ' || coalesce(l.dr, 0) || ', open ' || coalesce(d.open, 0) || ', ' || p.status as problem
      from payment p
      left join (select payment_id, sum(amount) as dr from ledger_line where account = 'DR' group by 1) l on l.payment_id = p.id
      left join (select payment_id, sum(amount) as open, sum(amount) filter (where surplus_intent_id is null) as own
        from dispute where status = 'open' group by 1) d on d.payment_id = p.id
      where coalesce(l.dr, 0) <> coalesce(d.open, 0) or (p.status = 'disputed' and d.own is null)`,
  },
  {
    name: 'payments.commissionMonths',
    says: 'Commission and VAT of each provider’s months are those of its ledger, where VAT is booked.',
    checked: count('commission_month'),
    violations: `
      select m.provider_id || ' ' as id, m.vat || ' VAT noted, ' || coalesce(l.vat, 0) || ' booked' as problem
      from (select provider_id, sum(vat_amount) as vat from commission_month group by 1) m
      left join (select l.provider_id, -sum(l.amount) as vat from ledger_line l join ledger_transaction t on t.id = l.transaction_id
        where l.account = 'VO' and t.kind <> 'E15' group by 1) l using (provider_id)
      where m.vat <> coalesce(l.vat, 0)`,
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
export const paymentInvariants: readonly Invariant[] = [...ledger, ...limits, ...debts, ...machine];
