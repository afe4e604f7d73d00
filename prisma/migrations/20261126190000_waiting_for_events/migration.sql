-- One waits for a place of a service within some days, or for a seat of an event.
ALTER TABLE "waiting_entry"
  ALTER COLUMN "service_id" DROP NOT NULL,
  ALTER COLUMN "first_date" DROP NOT NULL,
  ALTER COLUMN "last_date" DROP NOT NULL,
  ADD COLUMN "event_id" UUID,
  ADD CONSTRAINT "waiting_entry_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "waiting_entry_for_one" CHECK (
    ("service_id" IS NULL) <> ("event_id" IS NULL)
    AND ("service_id" IS NULL) = ("first_date" IS NULL) AND ("service_id" IS NULL) = ("last_date" IS NULL)
  );
CREATE UNIQUE INDEX "waiting_entry_one_open_of_event" ON "waiting_entry"("client_id", "event_id") WHERE "status" IN ('waiting', 'offered');
CREATE INDEX "waiting_entry_event_id_status_created_at_idx" ON "waiting_entry"("event_id", "status", "created_at");

ALTER TABLE "seat"
  ADD COLUMN "waiting_entry_id" UUID,
  ADD CONSTRAINT "seat_waiting_entry_id_fkey" FOREIGN KEY ("waiting_entry_id") REFERENCES "waiting_entry"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE UNIQUE INDEX "seat_one_offer_an_entry" ON "seat"("waiting_entry_id");
