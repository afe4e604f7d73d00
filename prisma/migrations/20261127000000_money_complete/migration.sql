-- How and when a payment is made: at booking, before entry, or outside the platform; a stored card and its charges.
ALTER TABLE "payment"
  ADD COLUMN "mode" "payment_mode" NOT NULL DEFAULT 'at_booking',
  ADD COLUMN "setup_intent_id" TEXT,
  ADD COLUMN "card_consent" TEXT,
  ADD COLUMN "card_consent_at" TIMESTAMPTZ(3),
  ADD COLUMN "charge_at" TIMESTAMPTZ(3),
  ADD COLUMN "charge_attempt" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "charge_cause" TEXT,
  ADD COLUMN "charge_failures" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "due_since" TIMESTAMPTZ(3),
  ADD COLUMN "pay_link_version" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "recorded_amount" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "processing_fee" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "netted_amount" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "transferred_amount" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "charged_back_amount" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "disputed_from" "payment_status",
  ADD COLUMN "claimed_at" TIMESTAMPTZ(3);
-- What was transferred before there were parts of it.
UPDATE "payment" SET "transferred_amount" = "advisor_amount" WHERE "status" = 'transferred';
CREATE UNIQUE INDEX "payment_setup_intent_id_key" ON "payment" ("setup_intent_id");
CREATE INDEX "payment_charge_at" ON "payment" ("charge_at") WHERE "status" IN ('card_on_file', 'due') AND "charge_at" IS NOT NULL;
CREATE INDEX "payment_due_since" ON "payment" ("due_since") WHERE "status" = 'due';
ALTER TABLE "payment"
  ADD CONSTRAINT "payment_recorded" CHECK ("recorded_amount" BETWEEN 0 AND "amount"),
  ADD CONSTRAINT "payment_fees" CHECK ("processing_fee" >= 0 AND "netted_amount" >= 0 AND "transferred_amount" >= 0),
  ADD CONSTRAINT "payment_charged_back" CHECK (
    "charged_back_amount" >= 0 AND "refunded_amount" + "charged_back_amount" <= "paid_amount"
  ),
  ADD CONSTRAINT "payment_card_consent" CHECK (
    "status" NOT IN ('card_on_file', 'charging') OR ("payment_method_id" IS NOT NULL AND "card_consent_at" IS NOT NULL)
  ),
  ADD CONSTRAINT "payment_due" CHECK ("status" <> 'due' OR "due_since" IS NOT NULL),
  ADD CONSTRAINT "payment_disputed_from" CHECK ("status" <> 'disputed' OR "disputed_from" IS NOT NULL);

-- Who bears the payment service's fee: copied when a booking or seat is made.
ALTER TABLE "booking" ADD COLUMN "advisor_bears_fee" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "seat" ADD COLUMN "advisor_bears_fee" BOOLEAN NOT NULL DEFAULT false;

-- A charge that came a second time goes back by a refund of its own, which names its intent.
ALTER TABLE "refund" ADD COLUMN "surplus_intent_id" TEXT;
CREATE INDEX "refund_surplus_intent_id_idx" ON "refund" ("surplus_intent_id");

-- Amounts paid outside the platform, as the provider recorded them; one that was wrong is taken out, never deleted.
CREATE TABLE "offline_record" (
  "id" UUID NOT NULL,
  "payment_id" UUID NOT NULL,
  "amount" INTEGER NOT NULL,
  "currency" TEXT NOT NULL,
  "recorded_by" UUID,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  "takes_out_id" UUID,
  CONSTRAINT "offline_record_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "offline_record_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment" ("id"),
  CONSTRAINT "offline_record_recorded_by_fkey" FOREIGN KEY ("recorded_by") REFERENCES "account" ("id"),
  CONSTRAINT "offline_record_takes_out_id_fkey" FOREIGN KEY ("takes_out_id") REFERENCES "offline_record" ("id"),
  CONSTRAINT "offline_record_amount" CHECK ("amount" <> 0 AND ("amount" > 0) = ("takes_out_id" IS NULL))
);
CREATE INDEX "offline_record_payment_id_idx" ON "offline_record" ("payment_id");
CREATE UNIQUE INDEX "offline_record_takes_out_id_key" ON "offline_record" ("takes_out_id");

-- Disputes of banks.
CREATE TYPE "dispute_status" AS ENUM ('open', 'won', 'lost');
CREATE TABLE "dispute" (
  "id" TEXT NOT NULL,
  "payment_id" UUID NOT NULL,
  "amount" INTEGER NOT NULL,
  "fee" INTEGER NOT NULL,
  "currency" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "status" "dispute_status" NOT NULL DEFAULT 'open',
  "evidence_due_at" TIMESTAMPTZ(3),
  "opened_at" TIMESTAMPTZ(3) NOT NULL,
  "closed_at" TIMESTAMPTZ(3),
  CONSTRAINT "dispute_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "dispute_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment" ("id"),
  CONSTRAINT "dispute_amounts" CHECK ("amount" > 0 AND "fee" >= 0),
  CONSTRAINT "dispute_closed" CHECK (("status" = 'open') = ("closed_at" IS NULL))
);
CREATE INDEX "dispute_payment_id_idx" ON "dispute" ("payment_id");
CREATE INDEX "dispute_status_idx" ON "dispute" ("status", "opened_at");

-- What a provider owes the platform (AR): brought back by a reversal, set off against payouts, paid, or given up.
CREATE TYPE "debt_kind" AS ENUM ('refund', 'dispute', 'offline_commission', 'cancellation_fee');
CREATE TABLE "provider_debt" (
  "id" UUID NOT NULL,
  "provider_id" UUID NOT NULL,
  "payment_id" UUID NOT NULL,
  "kind" "debt_kind" NOT NULL,
  "amount" INTEGER NOT NULL,
  "settled" INTEGER NOT NULL DEFAULT 0,
  "currency" TEXT NOT NULL,
  "reference" TEXT NOT NULL,
  "due_at" TIMESTAMPTZ(3) NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "provider_debt_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "provider_debt_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider" ("id"),
  CONSTRAINT "provider_debt_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment" ("id"),
  CONSTRAINT "provider_debt_settled" CHECK ("amount" >= 0 AND "settled" BETWEEN 0 AND "amount")
);
CREATE UNIQUE INDEX "provider_debt_reference_key" ON "provider_debt" ("reference");
CREATE INDEX "provider_debt_open" ON "provider_debt" ("provider_id", "due_at") WHERE "settled" < "amount";
CREATE INDEX "provider_debt_payment_id_idx" ON "provider_debt" ("payment_id");

-- Which debts lower which transfer; written with the payout, counted as settled when the transfer was made.
CREATE TABLE "netting" (
  "id" UUID NOT NULL,
  "debt_id" UUID NOT NULL,
  "payment_id" UUID NOT NULL,
  "amount" INTEGER NOT NULL,
  "planned_at" TIMESTAMPTZ(3) NOT NULL,
  "settled_at" TIMESTAMPTZ(3),
  CONSTRAINT "netting_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "netting_debt_id_fkey" FOREIGN KEY ("debt_id") REFERENCES "provider_debt" ("id"),
  CONSTRAINT "netting_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment" ("id"),
  CONSTRAINT "netting_amount" CHECK ("amount" > 0)
);
CREATE INDEX "netting_payment_id_idx" ON "netting" ("payment_id");
CREATE INDEX "netting_debt_id_idx" ON "netting" ("debt_id");

-- Transfers that were taken back.
CREATE TYPE "reversal_status" AS ENUM ('requested', 'succeeded', 'failed');
CREATE TABLE "reversal" (
  "id" UUID NOT NULL,
  "payment_id" UUID NOT NULL,
  "debt_id" UUID NOT NULL,
  "number" INTEGER NOT NULL,
  "amount" INTEGER NOT NULL,
  "status" "reversal_status" NOT NULL DEFAULT 'requested',
  "stripe_reversal_id" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "settled_at" TIMESTAMPTZ(3),
  CONSTRAINT "reversal_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "reversal_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment" ("id"),
  CONSTRAINT "reversal_debt_id_fkey" FOREIGN KEY ("debt_id") REFERENCES "provider_debt" ("id"),
  CONSTRAINT "reversal_amount" CHECK ("amount" > 0)
);
CREATE UNIQUE INDEX "reversal_payment_id_number_key" ON "reversal" ("payment_id", "number");
CREATE UNIQUE INDEX "reversal_stripe_reversal_id_key" ON "reversal" ("stripe_reversal_id");
CREATE INDEX "reversal_debt_id_idx" ON "reversal" ("debt_id");

-- How and when a provider is paid; null follows the operator's default. Where clients pay outside the platform.
CREATE TYPE "payout_schedule" AS ENUM ('per_session', 'twice_monthly');
ALTER TABLE "provider"
  ADD COLUMN "payout_schedule" "payout_schedule",
  ADD COLUMN "offline_payment_url" TEXT,
  ADD COLUMN "sales_stopped_at" TIMESTAMPTZ(3),
  ADD COLUMN "payout_warned_days" INTEGER NOT NULL DEFAULT 0;

-- The nightly check of the ledger against the payment service.
CREATE TABLE "reconciliation" (
  "id" UUID NOT NULL,
  "started_at" TIMESTAMPTZ(3) NOT NULL,
  "finished_at" TIMESTAMPTZ(3),
  "since" TIMESTAMPTZ(3) NOT NULL,
  "checked" INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT "reconciliation_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "reconciliation_finished_at_idx" ON "reconciliation" ("finished_at");
CREATE TYPE "difference_kind" AS ENUM ('not_booked', 'not_there', 'amount', 'balance');
CREATE TABLE "reconciliation_difference" (
  "id" UUID NOT NULL,
  "reconciliation_id" UUID NOT NULL,
  "kind" "difference_kind" NOT NULL,
  "reference" TEXT NOT NULL,
  "ours" BIGINT,
  "theirs" BIGINT,
  "currency" TEXT NOT NULL,
  CONSTRAINT "reconciliation_difference_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "reconciliation_difference_reconciliation_id_fkey" FOREIGN KEY ("reconciliation_id") REFERENCES "reconciliation" ("id")
);
CREATE INDEX "reconciliation_difference_reconciliation_id_idx" ON "reconciliation_difference" ("reconciliation_id");

-- The platform's own money, taken to its bank.
CREATE TABLE "own_payout" (
  "id" UUID NOT NULL,
  "amount" INTEGER NOT NULL,
  "currency" TEXT NOT NULL,
  "stripe_payout_id" TEXT,
  "status" TEXT NOT NULL,
  "requested_by" UUID,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "settled_at" TIMESTAMPTZ(3),
  CONSTRAINT "own_payout_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "own_payout_amount" CHECK ("amount" > 0),
  CONSTRAINT "own_payout_requested_by_fkey" FOREIGN KEY ("requested_by") REFERENCES "account" ("id")
);
CREATE UNIQUE INDEX "own_payout_stripe_payout_id_key" ON "own_payout" ("stripe_payout_id");
