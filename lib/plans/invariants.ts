import { GRACE_DAYS } from '@/lib/plans/rules/grace';
import { defaultPlanCode } from '@/lib/plans/rules/plans';
import { subscriptionMachine } from '@/lib/plans/rules/subscription-status';
import { type Invariant, legalMoves } from '@/lib/server/db/invariant';

const count = (from: string) => `select count(*) as count from ${from}`;

/** What is booked of each paid invoice, as amounts of 0 or more: revenue, VAT and what is deferred are credits. */
const booked = `
  select i.*, coalesce(b.charged, 0) as charged, coalesce(b.vat, 0) as vat, coalesce(b.deferred, 0) as deferred,
    coalesce(r.released, 0) as released, coalesce(r.months, 0) as months
  from plan_invoice i
  left join lateral (
    select sum(l.amount) filter (where l.account in ('SP', 'XF')) as charged,
      -sum(l.amount) filter (where l.account = 'VO') as vat,
      -sum(l.amount) filter (where l.account = 'DF') as deferred
    from ledger_transaction t join ledger_line l on l.transaction_id = t.id
    where t.external_ref = i.balance_transaction_id
  ) b on true
  left join lateral (
    select sum(l.amount) as released, count(*) as months
    from ledger_transaction t join ledger_line l on l.transaction_id = t.id and l.account = 'DF'
    where t.external_ref like 'E15:' || i.stripe_invoice_id || ':%'
  ) r on true`;

const subscriptions: Invariant[] = [
  {
    name: 'plans.heldIsPaid',
    says: 'Who holds a plan that costs something pays for it, and who pays for one holds it.',
    checked: count(`plan_subscription where status in ('active', 'past_due')`),
    violations: `
      select p.id, 'holds ' || p.plan_code || ', pays for ' || coalesce(s.plan_code, 'nothing') as problem
      from provider p join plan on plan.code = p.plan_code
      left join plan_subscription s on s.provider_id = p.id and s.status in ('active', 'past_due')
      where (s.id is null and plan.fee_amount > 0) or s.plan_code <> p.plan_code`,
  },
  {
    name: 'plans.graceIsKept',
    says: `A plan that is owed for is over within the hour after ${GRACE_DAYS} days.`,
    checked: count('plan_subscription'),
    violations: `
      select id, 'past due since ' || past_due_since as problem from plan_subscription
      where status = 'past_due' and past_due_since < :now - interval '${GRACE_DAYS} days 1 hour'`,
  },
  {
    name: 'plans.defaultIsSold',
    says: 'The plan of whoever has no other is on sale and costs nothing.',
    checked: count('plan'),
    violations: `
      select '-' as id, 'no plan ${defaultPlanCode}' as problem
      where not exists (select 1 from plan where code = '${defaultPlanCode}' and is_active and fee_amount = 0)`,
  },
  {
    name: 'plans.legalMoves',
    says: 'Every change of a subscription’s status is one its machine allows, by somebody who may.',
    checked: count(`audit_entry where subject_type = 'subscription' and to_status is not null`),
    violations: `
      select a.subject_id as id, a.action || ' from ' || coalesce(a.from_status, '-') || ' to ' || a.to_status as problem
      from audit_entry a left join ${legalMoves('subscription', subscriptionMachine)}
        on (legal.action, legal.from_status, legal.to_status, legal.party) = (a.action, a.from_status, a.to_status, a.party::text)
      where a.subject_type = 'subscription' and a.to_status is not null and legal.action is null`,
  },
];

const money: Invariant[] = [
  {
    name: 'plans.paidIsBooked',
    says: 'A paid invoice is booked to the cent: what was charged is its net amount and VAT.',
    checked: count(`plan_invoice where balance_transaction_id is not null`),
    violations: `
      select id, 'charged ' || charged || ' with ' || vat || ' VAT, invoiced ' || net_amount || ' and ' || vat_amount as problem
      from (${booked}) b where balance_transaction_id is not null
        and (charged <> net_amount + vat_amount or vat <> vat_amount or deferred <> deferred_amount)`,
  },
  {
    name: 'plans.nothingElseIsBooked',
    says: 'An invoice that is not paid moved no money.',
    checked: count('plan_invoice'),
    violations: `
      select id, status || ' with a charge' as problem from plan_invoice
      where status <> 'paid' and balance_transaction_id is not null`,
  },
  {
    name: 'plans.yearsAreReleased',
    says: 'Of a year that was paid ahead as many months are earned as are over, and in the end all of it.',
    checked: count('plan_invoice where deferred_amount > 0'),
    violations: `
      select id, released || ' of ' || deferred_amount || ' in ' || months || ' of ' || released_months || ' months' as problem
      from (${booked}) b where deferred_amount > 0 and (
        months <> released_months
        or released <> case when released_months = deferred_months then deferred_amount
          else released_months * (deferred_amount / deferred_months) end
        or (released_months < deferred_months and
          (deferred_from at time zone 'UTC' + (released_months + 1) * interval '1 month') at time zone 'UTC' < :now - interval '1 hour'))`,
  },
];

/** What is always true of plans and what is paid for them (docs/rules.md, Plans). */
export const planInvariants: readonly Invariant[] = [...subscriptions, ...money];
