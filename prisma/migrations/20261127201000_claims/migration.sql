-- Claims of clients about bookings and seats, with what both sides and an admin write and attach.
CREATE TYPE "claim_status" AS ENUM ('opened', 'answered', 'with_admin', 'refunded', 'accepted', 'withdrawn', 'decided');
CREATE TYPE "claim_reason" AS ENUM ('did_not_take_place', 'cut_short', 'not_as_agreed', 'technical', 'charged_wrongly', 'other');
CREATE TYPE "claim_wish" AS ENUM ('full', 'part', 'other');
CREATE TYPE "claim_ground" AS ENUM ('attendance', 'attachment');
CREATE TYPE "claim_message_kind" AS ENUM ('opening', 'message', 'answer', 'decision', 'note');
CREATE TYPE "measure_kind" AS ENUM ('warned', 'suspended', 'reopened', 'closed');
ALTER TYPE "provider_status" ADD VALUE 'closed';

ALTER TABLE "seat" ADD CONSTRAINT "seat_of_parties" UNIQUE ("id", "provider_id", "client_id");

CREATE SEQUENCE "claim_number_seq" AS INTEGER START 1001;
CREATE TABLE "claim" (
  "id" UUID NOT NULL,
  "number" INTEGER NOT NULL DEFAULT nextval('claim_number_seq'),
  "booking_id" UUID,
  "seat_id" UUID,
  "client_id" UUID NOT NULL,
  "provider_id" UUID NOT NULL,
  "status" "claim_status" NOT NULL DEFAULT 'opened',
  "version" INTEGER NOT NULL DEFAULT 1,
  "reason" "claim_reason" NOT NULL,
  "wish" "claim_wish" NOT NULL,
  "wish_amount" INTEGER,
  "currency" TEXT NOT NULL,
  "is_mediation" BOOLEAN NOT NULL,
  "frozen_at" TIMESTAMPTZ(3),
  "opened_at" TIMESTAMPTZ(3) NOT NULL,
  "answer_by" TIMESTAMPTZ(3) NOT NULL,
  "answered_at" TIMESTAMPTZ(3),
  "answered_amount" INTEGER,
  "reply_by" TIMESTAMPTZ(3),
  "escalated_at" TIMESTAMPTZ(3),
  "due_at" TIMESTAMPTZ(3),
  "closed_at" TIMESTAMPTZ(3),
  "settled_at" TIMESTAMPTZ(3),
  "refund_amount" INTEGER,
  "ground" "claim_ground",
  CONSTRAINT "claim_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "claim_of_booking" FOREIGN KEY ("booking_id", "provider_id", "client_id") REFERENCES "booking"("id", "provider_id", "client_id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "claim_of_seat" FOREIGN KEY ("seat_id", "provider_id", "client_id") REFERENCES "seat"("id", "provider_id", "client_id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "claim_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "claim_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "claim_subject" CHECK (num_nonnulls("booking_id", "seat_id") = 1),
  CONSTRAINT "claim_wish" CHECK (("wish" = 'part') = ("wish_amount" IS NOT NULL) AND "wish_amount" IS DISTINCT FROM 0 AND ("wish_amount" IS NULL OR "wish_amount" > 0)),
  CONSTRAINT "claim_amounts" CHECK (("answered_amount" IS NULL OR "answered_amount" >= 0) AND ("refund_amount" IS NULL OR "refund_amount" >= 0)),
  CONSTRAINT "claim_mediation" CHECK ("is_mediation" = ("frozen_at" IS NULL) AND (NOT "is_mediation" OR coalesce("answered_amount", 0) = 0 AND coalesce("refund_amount", 0) = 0)),
  CONSTRAINT "claim_clock" CHECK ("answer_by" > "opened_at" AND ("reply_by" IS NULL OR "reply_by" > "answered_at") AND ("due_at" IS NULL OR "due_at" > "escalated_at")),
  CONSTRAINT "claim_state" CHECK (
    ("status" IN ('opened', 'answered', 'with_admin')) = ("closed_at" IS NULL)
    AND ("closed_at" IS NULL) = ("refund_amount" IS NULL)
    AND ("status" <> 'opened' OR "answered_at" IS NULL)
    AND (("answered_at" IS NULL) = ("reply_by" IS NULL))
    AND ("status" <> 'answered' OR "answered_amount" IS NOT NULL AND "reply_by" IS NOT NULL)
    AND (("escalated_at" IS NULL) = ("due_at" IS NULL))
    AND ("status" NOT IN ('with_admin', 'decided') OR "escalated_at" IS NOT NULL)
    AND ("settled_at" IS NULL OR "settled_at" >= "closed_at")
    AND ("ground" IS NULL OR "status" = 'decided')
  )
);
ALTER SEQUENCE "claim_number_seq" OWNED BY "claim"."number";
CREATE UNIQUE INDEX "claim_number_key" ON "claim"("number");
CREATE UNIQUE INDEX "claim_booking_id_key" ON "claim"("booking_id");
CREATE UNIQUE INDEX "claim_seat_id_key" ON "claim"("seat_id");
CREATE INDEX "claim_client_id_status_idx" ON "claim"("client_id", "status");
CREATE INDEX "claim_provider_id_status_idx" ON "claim"("provider_id", "status");
CREATE INDEX "claim_status_due_at_idx" ON "claim"("status", "due_at");
CREATE INDEX "claim_open_idx" ON "claim"("opened_at") WHERE "settled_at" IS NULL;

CREATE TABLE "claim_message" (
  "id" UUID NOT NULL,
  "claim_id" UUID NOT NULL,
  "party" "party" NOT NULL,
  "author_id" UUID NOT NULL,
  "kind" "claim_message_kind" NOT NULL,
  "text" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "claim_message_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "claim_message_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "claim_message_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "claim_message_text" CHECK ("text" <> ''),
  CONSTRAINT "claim_message_party" CHECK (
    "party" <> 'system' AND ("kind" <> 'opening' OR "party" = 'client') AND ("kind" <> 'answer' OR "party" = 'provider')
    AND ("kind" NOT IN ('decision', 'note') OR "party" = 'admin')
  )
);
CREATE INDEX "claim_message_claim_id_created_at_idx" ON "claim_message"("claim_id", "created_at");

CREATE TABLE "claim_file" (
  "file_id" UUID NOT NULL,
  "message_id" UUID NOT NULL,
  CONSTRAINT "claim_file_pkey" PRIMARY KEY ("file_id"),
  CONSTRAINT "claim_file_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "claim_file_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "claim_message"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "claim_file_message_id_idx" ON "claim_file"("message_id");

ALTER TABLE "notification" ADD COLUMN "claim_id" UUID,
  ADD CONSTRAINT "notification_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE UNIQUE INDEX "notification_account_id_kind_claim_id_key" ON "notification"("account_id", "kind", "claim_id");

-- What an admin did about a provider's account, with the reasons given.
CREATE TABLE "provider_measure" (
  "id" UUID NOT NULL,
  "provider_id" UUID NOT NULL,
  "kind" "measure_kind" NOT NULL,
  "reason" TEXT NOT NULL,
  "admin_id" UUID NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "provider_measure_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "provider_measure_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "provider_measure_admin_id_fkey" FOREIGN KEY ("admin_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "provider_measure_reason" CHECK ("reason" <> '')
);
CREATE INDEX "provider_measure_provider_id_created_at_idx" ON "provider_measure"("provider_id", "created_at");
