-- When a parked event is looked at again; those parked before are looked at now.
ALTER TABLE "webhook_event" ADD COLUMN "look_again_at" TIMESTAMPTZ(3);
UPDATE "webhook_event" SET "look_again_at" = "received_at" WHERE "status" = 'parked';
CREATE INDEX "webhook_event_parked" ON "webhook_event" ("look_again_at") WHERE "status" = 'parked';
