CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS citext;


-- CreateEnum
CREATE TYPE "account_status" AS ENUM ('active', 'suspended', 'deleted');

-- CreateEnum
CREATE TYPE "token_purpose" AS ENUM ('verify_email', 'reset_password', 'change_email');

-- CreateEnum
CREATE TYPE "occupancy_kind" AS ENUM ('hold', 'booking', 'event', 'proposal', 'waiting_offer', 'blocked');

-- CreateEnum
CREATE TYPE "booking_status" AS ENUM ('held', 'expired', 'pending', 'accepted', 'rejected', 'completed', 'cancelled', 'missed');

-- CreateEnum
CREATE TYPE "party" AS ENUM ('client', 'provider', 'system', 'admin');

-- CreateEnum
CREATE TYPE "email_status" AS ENUM ('waiting', 'sent', 'failed');

-- CreateEnum
CREATE TYPE "payment_status" AS ENUM ('none', 'not_needed', 'checkout_open', 'setup_open', 'card_on_file', 'charging', 'due', 'processing', 'authorised', 'paid_held', 'delivered_held', 'claim_open', 'releasable', 'in_payout', 'transferred', 'refunding', 'refunded', 'disputed', 'charged_back', 'clawback', 'settled_offline', 'uncollectible');

-- CreateEnum
CREATE TYPE "refund_status" AS ENUM ('requested', 'pending', 'succeeded', 'failed');

-- CreateEnum
CREATE TYPE "stripe_call_status" AS ENUM ('waiting', 'done', 'failed');

-- CreateEnum
CREATE TYPE "webhook_status" AS ENUM ('received', 'processed', 'parked', 'failed');

-- CreateEnum
CREATE TYPE "ledger_account" AS ENUM ('SP', 'SA', 'BK', 'DR', 'AR', 'CP', 'AH', 'AP', 'VO', 'DF', 'RC', 'RS', 'XF', 'XD', 'XB');

-- CreateEnum
CREATE TYPE "provider_kind" AS ENUM ('specialist', 'organisation');

-- CreateEnum
CREATE TYPE "provider_status" AS ENUM ('draft', 'published', 'suspended');

-- CreateEnum
CREATE TYPE "vat_regime" AS ENUM ('exempt', 'small_business', 'standard');

-- CreateEnum
CREATE TYPE "service_kind" AS ENUM ('introductory', 'video', 'voice', 'in_person');

-- CreateEnum
CREATE TYPE "channel" AS ENUM ('video', 'voice', 'in_person');

-- CreateEnum
CREATE TYPE "confirmation_mode" AS ENUM ('request', 'instant');

-- CreateEnum
CREATE TYPE "payment_mode" AS ENUM ('at_booking', 'before_entry', 'off_platform');

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "email_verified_at" TIMESTAMPTZ(3),
    "user_name" CITEXT,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "time_zone" TEXT,
    "password_hash" TEXT,
    "status" "account_status" NOT NULL DEFAULT 'active',
    "is_admin" BOOLEAN NOT NULL DEFAULT false,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "stripe_customer_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "address" TEXT,
    "user_agent" TEXT,
    "assurance" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_token" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "purpose" "token_purpose" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "email" CITEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "weekly_range" (
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "weekday" INTEGER NOT NULL,
    "start_minute" INTEGER NOT NULL,
    "end_minute" INTEGER NOT NULL,

    CONSTRAINT "weekly_range_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "occupancy" (
    "id" UUID NOT NULL,
    "specialist_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "kind" "occupancy_kind" NOT NULL,
    "source_id" UUID NOT NULL,
    "held_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "occupancy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "booking" (
    "id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "specialist_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "status" "booking_status" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "buffer_before_minutes" INTEGER NOT NULL DEFAULT 0,
    "buffer_after_minutes" INTEGER NOT NULL DEFAULT 0,
    "channel" "channel" NOT NULL,
    "confirmation_mode" "confirmation_mode" NOT NULL,
    "payment_mode" "payment_mode" NOT NULL,
    "client_time_zone" TEXT NOT NULL,
    "provider_time_zone" TEXT NOT NULL,
    "service_title" TEXT NOT NULL,
    "price_amount" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "plan_code" TEXT NOT NULL,
    "commission_bps" INTEGER NOT NULL,
    "commission_vat_included" BOOLEAN NOT NULL DEFAULT false,
    "commission_vat_bps" INTEGER NOT NULL,
    "reverse_charge" BOOLEAN NOT NULL DEFAULT false,
    "vat_regime" "vat_regime" NOT NULL,
    "vat_bps" INTEGER NOT NULL DEFAULT 0,
    "seller_name" TEXT NOT NULL,
    "seller_address" TEXT NOT NULL,
    "held_until" TIMESTAMPTZ(3),
    "hold_extended_at" TIMESTAMPTZ(3),
    "free_cancel_until" TIMESTAMPTZ(3),
    "answer_hours" INTEGER NOT NULL DEFAULT 24,
    "answer_by" TIMESTAMPTZ(3),
    "requested_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" "party",
    "reason" TEXT,
    "client_note" TEXT,
    "order_terms" TEXT,
    "ordered_at" TIMESTAMPTZ(3),
    "calendar_sequence" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "booking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_document" (
    "provider_id" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "specialities" TEXT[],
    "languages" TEXT[],
    "price_from" INTEGER,
    "currency" TEXT,
    "next_free_at" TIMESTAMPTZ(3),
    "next_free_computed_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "search_document_pkey" PRIMARY KEY ("provider_id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "booking_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "email" (
    "id" UUID NOT NULL,
    "account_id" UUID,
    "recipient" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "status" "email_status" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "provider_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "email_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment" (
    "id" UUID NOT NULL,
    "booking_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "status" "payment_status" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "amount" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "checkout_attempt" INTEGER NOT NULL DEFAULT 0,
    "checkout_session_id" TEXT,
    "checkout_url" TEXT,
    "payment_intent_id" TEXT,
    "charge_id" TEXT,
    "payment_method_id" TEXT,
    "stripe_fee" INTEGER,
    "paid_amount" INTEGER NOT NULL DEFAULT 0,
    "refunded_amount" INTEGER NOT NULL DEFAULT 0,
    "commission_amount" INTEGER NOT NULL DEFAULT 0,
    "commission_vat" INTEGER NOT NULL DEFAULT 0,
    "advisor_amount" INTEGER NOT NULL DEFAULT 0,
    "authorised_at" TIMESTAMPTZ(3),
    "charged_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "claim_until" TIMESTAMPTZ(3),
    "released_at" TIMESTAMPTZ(3),
    "transfer_attempt" INTEGER NOT NULL DEFAULT 0,
    "transfer_id" TEXT,
    "transferred_at" TIMESTAMPTZ(3),
    "return_cause" TEXT,
    "transfer_failure" TEXT,
    "available_on" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refund" (
    "id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "amount" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "status" "refund_status" NOT NULL DEFAULT 'requested',
    "stripe_refund_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "refund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stripe_call" (
    "id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "status" "stripe_call_status" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "first_tried_at" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "stripe_call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_event" (
    "id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "object_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "processed_at" TIMESTAMPTZ(3),
    "status" "webhook_status" NOT NULL DEFAULT 'received',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,

    CONSTRAINT "webhook_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "connect_account" (
    "provider_id" UUID NOT NULL,
    "stripe_account_id" TEXT NOT NULL,
    "transfers_active" BOOLEAN NOT NULL DEFAULT false,
    "details_complete" BOOLEAN NOT NULL DEFAULT false,
    "requirements" TEXT[],
    "refreshed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "connect_account_pkey" PRIMARY KEY ("provider_id")
);

-- CreateTable
CREATE TABLE "ledger_transaction" (
    "id" UUID NOT NULL,
    "external_ref" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "payment_id" UUID,
    "provider_id" UUID,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ledger_transaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_line" (
    "id" UUID NOT NULL,
    "transaction_id" UUID NOT NULL,
    "account" "ledger_account" NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "payment_id" UUID,
    "provider_id" UUID,

    CONSTRAINT "ledger_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commission_month" (
    "provider_id" UUID NOT NULL,
    "month" TEXT NOT NULL,
    "commission_amount" INTEGER NOT NULL DEFAULT 0,
    "vat_amount" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "commission_month_pkey" PRIMARY KEY ("provider_id","month")
);

-- CreateTable
CREATE TABLE "plan" (
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "fee_amount" INTEGER NOT NULL DEFAULT 0,
    "fee_interval" TEXT,
    "currency" TEXT NOT NULL DEFAULT 'EUR',
    "commission_bps" INTEGER NOT NULL,
    "commission_vat_included" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "provider" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "kind" "provider_kind" NOT NULL,
    "status" "provider_status" NOT NULL DEFAULT 'draft',
    "slug" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "main_locale" TEXT NOT NULL,
    "portrait" TEXT,
    "city" TEXT,
    "country" TEXT,
    "spoken_languages" TEXT[],
    "specialities" TEXT[],
    "answer_hours" INTEGER NOT NULL DEFAULT 24,
    "diplomas_verified_at" TIMESTAMPTZ(3),
    "seller_name" TEXT,
    "seller_address" TEXT,
    "seller_email" TEXT,
    "vat_regime" "vat_regime" NOT NULL DEFAULT 'exempt',
    "vat_note" TEXT,
    "vat_id" TEXT,
    "reverse_charge" BOOLEAN NOT NULL DEFAULT false,
    "plan_code" TEXT NOT NULL DEFAULT 'basic',
    "published_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "provider_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "provider_text" (
    "provider_id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "headline" TEXT NOT NULL DEFAULT '',
    "about" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "provider_text_pkey" PRIMARY KEY ("provider_id","locale")
);

-- CreateTable
CREATE TABLE "education" (
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "institution" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "education_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendance" (
    "id" UUID NOT NULL,
    "booking_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "party" "party" NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "attendance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "party" "party" NOT NULL,
    "account_id" UUID,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "from_status" TEXT,
    "to_status" TEXT,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "page_cache" (
    "key" TEXT NOT NULL,
    "value" BYTEA NOT NULL,
    "tags" TEXT[],
    "stored_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "page_cache_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "page_tag" (
    "tag" TEXT NOT NULL,
    "revalidated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "page_tag_pkey" PRIMARY KEY ("tag")
);

-- CreateTable
CREATE TABLE "worker_heartbeat" (
    "id" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_heartbeat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clock_offset" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "milliseconds" BIGINT NOT NULL,

    CONSTRAINT "clock_offset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service" (
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "kind" "service_kind" NOT NULL,
    "duration_minutes" INTEGER NOT NULL,
    "price_amount" INTEGER NOT NULL,
    "currency" TEXT NOT NULL DEFAULT 'EUR',
    "channels" "channel"[],
    "buffer_before_minutes" INTEGER NOT NULL DEFAULT 0,
    "buffer_after_minutes" INTEGER NOT NULL DEFAULT 0,
    "notice_minutes" INTEGER NOT NULL DEFAULT 720,
    "horizon_days" INTEGER NOT NULL DEFAULT 60,
    "slot_step_minutes" INTEGER,
    "packed" BOOLEAN NOT NULL DEFAULT false,
    "confirmation_mode" "confirmation_mode" NOT NULL DEFAULT 'request',
    "payment_mode" "payment_mode" NOT NULL DEFAULT 'at_booking',
    "vat_bps" INTEGER NOT NULL DEFAULT 0,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "service_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_text" (
    "service_id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "service_text_pkey" PRIMARY KEY ("service_id","locale")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

-- CreateIndex
CREATE UNIQUE INDEX "account_user_name_key" ON "account"("user_name");

-- CreateIndex
CREATE UNIQUE INDEX "account_stripe_customer_id_key" ON "account"("stripe_customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "account_token_token_hash_key" ON "account_token"("token_hash");

-- CreateIndex
CREATE INDEX "account_token_account_id_purpose_idx" ON "account_token"("account_id", "purpose");

-- CreateIndex
CREATE INDEX "weekly_range_provider_id_weekday_idx" ON "weekly_range"("provider_id", "weekday");

-- CreateIndex
CREATE UNIQUE INDEX "occupancy_source_id_key" ON "occupancy"("source_id");

-- CreateIndex
CREATE INDEX "occupancy_specialist_id_starts_at_idx" ON "occupancy"("specialist_id", "starts_at");

-- CreateIndex
CREATE INDEX "booking_client_id_starts_at_idx" ON "booking"("client_id", "starts_at");

-- CreateIndex
CREATE INDEX "booking_provider_id_starts_at_idx" ON "booking"("provider_id", "starts_at");

-- CreateIndex
CREATE INDEX "booking_provider_id_status_idx" ON "booking"("provider_id", "status");

-- CreateIndex
CREATE INDEX "booking_status_starts_at_idx" ON "booking"("status", "starts_at");

-- CreateIndex
CREATE INDEX "search_document_next_free_at_provider_id_idx" ON "search_document"("next_free_at", "provider_id");

-- CreateIndex
CREATE INDEX "search_document_specialities_idx" ON "search_document" USING GIN ("specialities");

-- CreateIndex
CREATE INDEX "search_document_languages_idx" ON "search_document" USING GIN ("languages");

-- CreateIndex
CREATE INDEX "notification_account_id_created_at_idx" ON "notification"("account_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "notification_account_id_kind_booking_id_key" ON "notification"("account_id", "kind", "booking_id");

-- CreateIndex
CREATE UNIQUE INDEX "email_idempotency_key_key" ON "email"("idempotency_key");

-- CreateIndex
CREATE INDEX "email_status_created_at_idx" ON "email"("status", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "payment_booking_id_key" ON "payment"("booking_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_checkout_session_id_key" ON "payment"("checkout_session_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_payment_intent_id_key" ON "payment"("payment_intent_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_charge_id_key" ON "payment"("charge_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_transfer_id_key" ON "payment"("transfer_id");

-- CreateIndex
CREATE INDEX "payment_provider_id_status_idx" ON "payment"("provider_id", "status");

-- CreateIndex
CREATE INDEX "payment_status_claim_until_idx" ON "payment"("status", "claim_until");

-- CreateIndex
CREATE INDEX "payment_client_id_idx" ON "payment"("client_id");

-- CreateIndex
CREATE UNIQUE INDEX "refund_stripe_refund_id_key" ON "refund"("stripe_refund_id");

-- CreateIndex
CREATE UNIQUE INDEX "refund_payment_id_number_key" ON "refund"("payment_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "stripe_call_idempotency_key_key" ON "stripe_call"("idempotency_key");

-- CreateIndex
CREATE INDEX "stripe_call_status_created_at_idx" ON "stripe_call"("status", "created_at");

-- CreateIndex
CREATE INDEX "stripe_call_payment_id_idx" ON "stripe_call"("payment_id");

-- CreateIndex
CREATE INDEX "webhook_event_status_received_at_idx" ON "webhook_event"("status", "received_at");

-- CreateIndex
CREATE UNIQUE INDEX "connect_account_stripe_account_id_key" ON "connect_account"("stripe_account_id");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_transaction_external_ref_key" ON "ledger_transaction"("external_ref");

-- CreateIndex
CREATE INDEX "ledger_transaction_payment_id_idx" ON "ledger_transaction"("payment_id");

-- CreateIndex
CREATE INDEX "ledger_transaction_provider_id_occurred_at_idx" ON "ledger_transaction"("provider_id", "occurred_at");

-- CreateIndex
CREATE INDEX "ledger_line_transaction_id_idx" ON "ledger_line"("transaction_id");

-- CreateIndex
CREATE INDEX "ledger_line_account_provider_id_idx" ON "ledger_line"("account", "provider_id");

-- CreateIndex
CREATE INDEX "ledger_line_payment_id_account_idx" ON "ledger_line"("payment_id", "account");

-- CreateIndex
CREATE UNIQUE INDEX "provider_account_id_key" ON "provider"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "provider_slug_key" ON "provider"("slug");

-- CreateIndex
CREATE INDEX "provider_status_idx" ON "provider"("status");

-- CreateIndex
CREATE INDEX "education_provider_id_idx" ON "education"("provider_id");

-- CreateIndex
CREATE INDEX "attendance_booking_id_party_idx" ON "attendance"("booking_id", "party");

-- CreateIndex
CREATE INDEX "audit_entry_subject_type_subject_id_at_idx" ON "audit_entry"("subject_type", "subject_id", "at");

-- CreateIndex
CREATE INDEX "page_cache_tags_idx" ON "page_cache" USING GIN ("tags");

-- CreateIndex
CREATE INDEX "service_provider_id_is_active_idx" ON "service"("provider_id", "is_active");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_token" ADD CONSTRAINT "account_token_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "weekly_range" ADD CONSTRAINT "weekly_range_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "occupancy" ADD CONSTRAINT "occupancy_specialist_id_fkey" FOREIGN KEY ("specialist_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "search_document" ADD CONSTRAINT "search_document_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund" ADD CONSTRAINT "refund_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stripe_call" ADD CONSTRAINT "stripe_call_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "connect_account" ADD CONSTRAINT "connect_account_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_line" ADD CONSTRAINT "ledger_line_transaction_id_fkey" FOREIGN KEY ("transaction_id") REFERENCES "ledger_transaction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider" ADD CONSTRAINT "provider_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider" ADD CONSTRAINT "provider_plan_code_fkey" FOREIGN KEY ("plan_code") REFERENCES "plan"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider_text" ADD CONSTRAINT "provider_text_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "education" ADD CONSTRAINT "education_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service" ADD CONSTRAINT "service_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_text" ADD CONSTRAINT "service_text_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Time: two occupations of one specialist never overlap, buffers included.
ALTER TABLE "occupancy"
  ADD CONSTRAINT "occupancy_no_overlap" EXCLUDE USING gist (
    "specialist_id" WITH =,
    tstzrange("starts_at", "ends_at", '[)') WITH &&
  ),
  ADD CONSTRAINT "occupancy_not_empty" CHECK ("starts_at" < "ends_at"),
  ADD CONSTRAINT "occupancy_only_holds_end" CHECK (("kind" IN ('hold', 'proposal', 'waiting_offer')) = ("held_until" IS NOT NULL));

ALTER TABLE "weekly_range"
  ADD CONSTRAINT "weekly_range_weekday" CHECK ("weekday" BETWEEN 1 AND 7),
  ADD CONSTRAINT "weekly_range_minutes" CHECK (
    "start_minute" BETWEEN 0 AND 1439 AND "end_minute" > "start_minute" AND "end_minute" <= 2880
  );

ALTER TABLE "service"
  ADD CONSTRAINT "service_duration" CHECK ("duration_minutes" BETWEEN 5 AND 480),
  ADD CONSTRAINT "service_price" CHECK ("price_amount" >= 0),
  ADD CONSTRAINT "service_channels" CHECK (cardinality("channels") > 0);

-- Bookings: one hold a client, sound times, terms that add up.
CREATE UNIQUE INDEX "booking_one_hold_a_client" ON "booking" ("client_id") WHERE "status" = 'held';
ALTER TABLE "booking"
  ADD CONSTRAINT "booking_times" CHECK ("starts_at" < "ends_at"),
  ADD CONSTRAINT "booking_price" CHECK ("price_amount" >= 0),
  ADD CONSTRAINT "booking_hold_ends" CHECK ("status" <> 'held' OR "held_until" IS NOT NULL),
  ADD CONSTRAINT "booking_pending_has_deadline" CHECK ("status" <> 'pending' OR "answer_by" IS NOT NULL),
  ADD CONSTRAINT "booking_version" CHECK ("version" > 0);

-- Money: amounts never negative, refunds never above what was captured.
ALTER TABLE "payment"
  ADD CONSTRAINT "payment_amounts" CHECK (
    "amount" >= 0 AND "paid_amount" >= 0 AND "refunded_amount" >= 0 AND "refunded_amount" <= "paid_amount"
  ),
  ADD CONSTRAINT "payment_split" CHECK ("commission_amount" >= 0 AND "commission_vat" >= 0 AND "advisor_amount" >= 0);
ALTER TABLE "refund" ADD CONSTRAINT "refund_amount" CHECK ("amount" > 0);

-- Ledger: append-only, and each transaction sums to 0 in each currency when it is committed.
CREATE FUNCTION "ledger_refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the ledger is append-only' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER "ledger_transaction_append_only" BEFORE UPDATE OR DELETE ON "ledger_transaction"
  FOR EACH ROW EXECUTE FUNCTION "ledger_refuse_change"();
CREATE TRIGGER "ledger_line_append_only" BEFORE UPDATE OR DELETE ON "ledger_line"
  FOR EACH ROW EXECUTE FUNCTION "ledger_refuse_change"();
CREATE TRIGGER "ledger_transaction_no_truncate" BEFORE TRUNCATE ON "ledger_transaction"
  FOR EACH STATEMENT EXECUTE FUNCTION "ledger_refuse_change"();
CREATE TRIGGER "ledger_line_no_truncate" BEFORE TRUNCATE ON "ledger_line"
  FOR EACH STATEMENT EXECUTE FUNCTION "ledger_refuse_change"();

CREATE FUNCTION "ledger_check_balance"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  checked uuid := coalesce(to_jsonb(NEW) ->> 'transaction_id', to_jsonb(NEW) ->> 'id')::uuid;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM ledger_line WHERE transaction_id = checked) THEN
    RAISE EXCEPTION 'ledger_balanced: transaction % has no lines', checked USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM ledger_line WHERE transaction_id = checked GROUP BY currency HAVING sum(amount) <> 0) THEN
    RAISE EXCEPTION 'ledger_balanced: transaction % does not sum to 0', checked USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "ledger_transaction_balanced" AFTER INSERT ON "ledger_transaction"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "ledger_check_balance"();
CREATE CONSTRAINT TRIGGER "ledger_line_balanced" AFTER INSERT ON "ledger_line"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "ledger_check_balance"();

-- The audit log is append-only too.
CREATE TRIGGER "audit_entry_append_only" BEFORE UPDATE OR DELETE ON "audit_entry"
  FOR EACH ROW EXECUTE FUNCTION "ledger_refuse_change"();

CREATE INDEX "search_document_words" ON "search_document" USING gin ("words" gin_trgm_ops);

INSERT INTO "plan" ("code", "position", "is_active", "fee_amount", "fee_interval", "commission_bps", "commission_vat_included") VALUES
  ('basic', 1, true, 0, NULL, 1500, false),
  ('basic_plus', 2, true, 1900, 'month', 1000, false),
  ('premium', 3, true, 14900, 'month', 0, false),
  ('premium_plus', 4, true, 163900, 'year', 0, false),
  ('open', 5, false, 0, NULL, 1000, true);
INSERT INTO "clock_offset" ("id", "milliseconds") VALUES (1, 0);
