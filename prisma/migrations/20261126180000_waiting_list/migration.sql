-- Clients who wait for a place. What is offered to one of them is a booking that is held, beside any other hold of theirs.
CREATE TYPE "waiting_status" AS ENUM ('waiting', 'offered', 'booked', 'left', 'over');
CREATE TABLE "waiting_entry" (
  "id" UUID NOT NULL,
  "client_id" UUID NOT NULL,
  "service_id" UUID NOT NULL,
  "first_date" DATE NOT NULL,
  "last_date" DATE NOT NULL,
  "status" "waiting_status" NOT NULL DEFAULT 'waiting',
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "closed_at" TIMESTAMPTZ(3),
  CONSTRAINT "waiting_entry_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "waiting_entry_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "waiting_entry_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "waiting_entry_dates" CHECK ("first_date" <= "last_date"),
  CONSTRAINT "waiting_entry_closed" CHECK (("status" IN ('waiting', 'offered')) = ("closed_at" IS NULL))
);
CREATE UNIQUE INDEX "waiting_entry_one_open" ON "waiting_entry"("client_id", "service_id") WHERE "status" IN ('waiting', 'offered');
CREATE INDEX "waiting_entry_service_id_status_created_at_idx" ON "waiting_entry"("service_id", "status", "created_at");
CREATE INDEX "waiting_entry_status_last_date_idx" ON "waiting_entry"("status", "last_date");

ALTER TABLE "booking"
  ADD COLUMN "waiting_entry_id" UUID,
  ADD CONSTRAINT "booking_waiting_entry_id_fkey" FOREIGN KEY ("waiting_entry_id") REFERENCES "waiting_entry"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE UNIQUE INDEX "booking_one_offer_an_entry" ON "booking"("waiting_entry_id") WHERE "status" = 'held';
CREATE UNIQUE INDEX "booking_one_offer_of_a_start" ON "booking"("waiting_entry_id", "starts_at") WHERE "status" IN ('held', 'expired');
DROP INDEX "booking_one_hold_a_client";
CREATE UNIQUE INDEX "booking_one_hold_a_client" ON "booking"("client_id") WHERE "status" = 'held' AND "waiting_entry_id" IS NULL;
