-- Plans are data: what they add and who bears the fee of the payment service.
alter table "plan"
  -- What the audit log names it by.
  add column "id" uuid not null default gen_random_uuid(),
  add column "features" text[] not null default '{}',
  add column "advisor_bears_fee" boolean not null default false,
  add column "version" integer not null default 1,
  add constraint "plan_fee_interval_check" check (("fee_interval" is null) = ("fee_amount" = 0)),
  add constraint "plan_fee_amount_check" check ("fee_amount" = 0 or "fee_amount" between 50 and 10000000),
  add constraint "plan_interval_check" check ("fee_interval" in ('month', 'year')),
  add constraint "plan_commission_check" check ("commission_bps" between 0 and 10000),
  add constraint "plan_features_check" check ("features" <@ array['guests', 'blog']),
  -- Whoever has no other plan has this one: it costs nothing and is always there.
  add constraint "plan_default_check" check ("code" <> 'basic' or ("is_active" and "fee_amount" = 0));
update "plan" set "features" = '{guests,blog}' where "code" in ('premium', 'premium_plus');

-- What a price above 0 must be at least, for each kind of what is sold; 0 is no minimum.
create table "minimum_price" (
  "kind" text not null,
  "id" uuid not null default gen_random_uuid(),
  "amount" integer not null default 0,
  constraint "minimum_price_pkey" primary key ("kind"),
  constraint "minimum_price_kind_check" check ("kind" in ('introductory', 'video', 'voice', 'in_person', 'event')),
  constraint "minimum_price_amount_check" check ("amount" between 0 and 10000000)
);
insert into "minimum_price" ("kind") values ('introductory'), ('video'), ('voice'), ('in_person'), ('event');

create type "plan_subscription_status" as enum ('pending', 'active', 'past_due', 'ended');

create table "plan_subscription" (
  "id" uuid not null,
  "provider_id" uuid not null,
  "plan_code" text not null,
  "status" "plan_subscription_status" not null default 'pending',
  "version" integer not null default 1,
  "checkout_attempt" integer not null default 1,
  "checkout_session_id" text,
  "checkout_url" text,
  "checkout_opened_at" timestamptz(3),
  "stripe_subscription_id" text,
  "stripe_item_id" text,
  "stripe_schedule_id" text,
  "fee_amount" integer not null,
  "currency" text not null,
  "is_taxed" boolean not null default true,
  "period_start" timestamptz(3),
  "period_end" timestamptz(3),
  "cancel_at" timestamptz(3),
  "pending_plan_code" text,
  "change_attempt" integer not null default 0,
  "asked" text,
  "past_due_since" timestamptz(3),
  "reminded_at" timestamptz(3),
  "started_at" timestamptz(3),
  "ended_at" timestamptz(3),
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null default now(),
  constraint "plan_subscription_pkey" primary key ("id"),
  constraint "plan_subscription_provider_id_fkey" foreign key ("provider_id") references "provider" ("id"),
  constraint "plan_subscription_plan_code_fkey" foreign key ("plan_code") references "plan" ("code"),
  constraint "plan_subscription_pending_plan_code_fkey" foreign key ("pending_plan_code") references "plan" ("code"),
  constraint "plan_subscription_begun_check" check (
    "status" not in ('active', 'past_due')
    or ("stripe_subscription_id" is not null and "stripe_item_id" is not null and "started_at" is not null
      and "period_start" < "period_end")),
  constraint "plan_subscription_pending_check" check ("status" <> 'pending' or "stripe_subscription_id" is null),
  constraint "plan_subscription_past_due_check" check (("status" = 'past_due') = ("past_due_since" is not null)),
  constraint "plan_subscription_ended_check" check (("status" = 'ended') = ("ended_at" is not null))
);
create unique index "plan_subscription_checkout_session_id_key" on "plan_subscription" ("checkout_session_id");
create unique index "plan_subscription_stripe_subscription_id_key" on "plan_subscription" ("stripe_subscription_id");
create index "plan_subscription_provider_id_idx" on "plan_subscription" ("provider_id");
create index "plan_subscription_status_idx" on "plan_subscription" ("status");
-- One at a time: a second click, another tab and a race all meet the same row.
create unique index "plan_subscription_one_live" on "plan_subscription" ("provider_id") where "status" <> 'ended';

-- The practice as a customer of the payment service; its owner as a client is another one.
create table "plan_customer" (
  "provider_id" uuid not null,
  "stripe_customer_id" text not null,
  constraint "plan_customer_pkey" primary key ("provider_id"),
  constraint "plan_customer_provider_id_fkey" foreign key ("provider_id") references "provider" ("id")
);
create unique index "plan_customer_stripe_customer_id_key" on "plan_customer" ("stripe_customer_id");

create type "plan_invoice_status" as enum ('open', 'paid', 'void', 'uncollectible');

create table "plan_invoice" (
  "id" uuid not null,
  "provider_id" uuid not null,
  "subscription_id" uuid not null,
  "stripe_invoice_id" text not null,
  "number" text not null,
  "status" "plan_invoice_status" not null,
  "net_amount" integer not null,
  "vat_amount" integer not null,
  "currency" text not null,
  "issued_at" timestamptz(3) not null,
  "paid_at" timestamptz(3),
  "next_attempt_at" timestamptz(3),
  "hosted_url" text,
  "pdf_url" text,
  "stripe_fee" integer,
  "balance_transaction_id" text,
  "available_on" timestamptz(3),
  "available_booked_at" timestamptz(3),
  "deferred_amount" integer not null default 0,
  "deferred_from" timestamptz(3),
  "deferred_months" integer not null default 0,
  "released_months" integer not null default 0,
  constraint "plan_invoice_pkey" primary key ("id"),
  constraint "plan_invoice_provider_id_fkey" foreign key ("provider_id") references "provider" ("id"),
  constraint "plan_invoice_subscription_id_fkey" foreign key ("subscription_id") references "plan_subscription" ("id"),
  constraint "plan_invoice_paid_check" check (("status" = 'paid') = ("paid_at" is not null)),
  constraint "plan_invoice_booked_check" check (("balance_transaction_id" is null) = ("available_on" is null)),
  constraint "plan_invoice_deferred_check" check (
    "deferred_amount" >= 0 and ("deferred_amount" > 0) = ("deferred_from" is not null and "deferred_months" > 0)
    and "released_months" between 0 and "deferred_months")
);
create unique index "plan_invoice_stripe_invoice_id_key" on "plan_invoice" ("stripe_invoice_id");
create index "plan_invoice_provider_id_issued_at_idx" on "plan_invoice" ("provider_id", "issued_at");
create index "plan_invoice_subscription_id_idx" on "plan_invoice" ("subscription_id");
create index "plan_invoice_unavailable" on "plan_invoice" ("available_on")
  where "available_booked_at" is null and "available_on" is not null;
create index "plan_invoice_unreleased" on "plan_invoice" ("deferred_from") where "released_months" < "deferred_months";
