-- Where a practice receives its clients: whole or not there; not every country has postal codes.
ALTER TABLE "provider"
  ADD COLUMN "practice_street" TEXT,
  ADD COLUMN "practice_postal_code" TEXT,
  ADD COLUMN "practice_city" TEXT,
  ADD COLUMN "practice_country" TEXT,
  ADD CONSTRAINT "provider_practice_address" CHECK (
    num_nonnulls("practice_street", "practice_city", "practice_country") IN (0, 3)
    AND ("practice_postal_code" IS NULL OR "practice_street" IS NOT NULL)
  );

-- The same, copied when the time is held: a practice that moves does not move what is booked without a word.
ALTER TABLE "booking"
  ADD COLUMN "practice_street" TEXT,
  ADD COLUMN "practice_postal_code" TEXT,
  ADD COLUMN "practice_city" TEXT,
  ADD COLUMN "practice_country" TEXT,
  ADD CONSTRAINT "booking_practice_address" CHECK (
    num_nonnulls("practice_street", "practice_city", "practice_country") IN (0, 3)
    AND ("practice_postal_code" IS NULL OR "practice_street" IS NOT NULL)
  );

-- Reminders that were told; the key lets each be told once for a start, whatever runs twice.
CREATE TABLE "booking_reminder" (
  "booking_id" UUID NOT NULL,
  "hours_before" INTEGER NOT NULL,
  "starts_at" TIMESTAMPTZ(3) NOT NULL,
  "told_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "booking_reminder_pkey" PRIMARY KEY ("booking_id", "hours_before", "starts_at")
);
ALTER TABLE "booking_reminder"
  ADD CONSTRAINT "booking_reminder_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "booking_reminder_in_time" CHECK (
    "told_at" < "starts_at" AND "told_at" >= "starts_at" - make_interval(hours => "hours_before")
  );

-- A mail that came too late to be true is not sent any more.
ALTER TYPE "email_status" ADD VALUE 'dropped';
