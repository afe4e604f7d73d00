create type debt_payment_status as enum ('open', 'paid', 'ended');

-- A provider pays what it owes on a hosted page; while that is open, those parts of its debts lower nothing else.
create table debt_payment (
  id uuid primary key,
  provider_id uuid not null references provider (id) on update cascade on delete restrict,
  amount integer not null check (amount > 0),
  currency text not null,
  status debt_payment_status not null default 'open',
  checkout_session_id text,
  checkout_url text,
  payment_intent_id text,
  balance_transaction_id text,
  stripe_fee integer,
  available_on timestamptz(3),
  available_booked_at timestamptz(3),
  opened_at timestamptz(3) not null,
  ended_at timestamptz(3),
  check ((status = 'paid') = (balance_transaction_id is not null and stripe_fee is not null and available_on is not null)),
  check ((status = 'open') = (ended_at is null))
);
create unique index debt_payment_checkout_session_id_key on debt_payment (checkout_session_id);
create unique index debt_payment_payment_intent_id_key on debt_payment (payment_intent_id);
create unique index debt_payment_balance_transaction_id_key on debt_payment (balance_transaction_id);
create unique index debt_payment_one_open on debt_payment (provider_id) where status = 'open';
create index debt_payment_provider_id_idx on debt_payment (provider_id);
create index debt_payment_status_opened_at_idx on debt_payment (status, opened_at);

create table debt_payment_part (
  debt_payment_id uuid not null references debt_payment (id) on update cascade on delete restrict,
  debt_id uuid not null references provider_debt (id) on update cascade on delete restrict,
  amount integer not null check (amount > 0),
  primary key (debt_payment_id, debt_id)
);
create index debt_payment_part_debt_id_idx on debt_payment_part (debt_id);

-- Each debt with what is under way of it (planned to lower a transfer, asked back, being paid) and what is open beside.
create view debt_standing as
select d.id, d.provider_id, d.due_at, d.amount, d.settled, w.amount::int as under_way,
  (d.amount - d.settled - w.amount)::int as open
from provider_debt d
cross join lateral (
  select coalesce((select sum(n.amount) from netting n where n.debt_id = d.id and n.settled_at is null), 0)
    + coalesce((select sum(r.amount) from reversal r where r.debt_id = d.id and r.status = 'requested'), 0)
    + coalesce((select sum(p.amount) from debt_payment_part p join debt_payment y on y.id = p.debt_payment_id
        where p.debt_id = d.id and y.status = 'open'), 0) as amount
) w;
