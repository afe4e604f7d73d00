-- Another time that one side proposes for an accepted session; at most one is open at a time.
CREATE TYPE "reschedule_status" AS ENUM ('open', 'accepted', 'declined', 'withdrawn', 'lapsed');
CREATE TABLE "reschedule" (
  "id" UUID NOT NULL,
  "booking_id" UUID NOT NULL,
  "proposed_by" "party" NOT NULL,
  "status" "reschedule_status" NOT NULL DEFAULT 'open',
  "starts_at" TIMESTAMPTZ(3) NOT NULL,
  "ends_at" TIMESTAMPTZ(3) NOT NULL,
  "from_starts_at" TIMESTAMPTZ(3) NOT NULL,
  "held_until" TIMESTAMPTZ(3) NOT NULL,
  "message" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "decided_at" TIMESTAMPTZ(3),
  CONSTRAINT "reschedule_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "reschedule_booking_id_idx" ON "reschedule"("booking_id");
CREATE UNIQUE INDEX "reschedule_one_open" ON "reschedule"("booking_id") WHERE "status" = 'open';
CREATE INDEX "reschedule_status_held_until_idx" ON "reschedule"("status", "held_until");
ALTER TABLE "reschedule"
  ADD CONSTRAINT "reschedule_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "reschedule_times" CHECK ("starts_at" < "ends_at" AND "held_until" <= "starts_at"),
  ADD CONSTRAINT "reschedule_by_a_side" CHECK ("proposed_by" IN ('client', 'provider')),
  ADD CONSTRAINT "reschedule_decided" CHECK (("status" = 'open') = ("decided_at" IS NULL));
