-- Hours belong to one specialist in one practice; a range may bring its own price and ways to meet.
ALTER TABLE "weekly_range"
  ADD COLUMN "specialist_id" UUID,
  ADD COLUMN "price_amount" INTEGER,
  ADD COLUMN "channels" "channel"[] NOT NULL DEFAULT '{}';
UPDATE "weekly_range" SET "specialist_id" = "provider_id";
ALTER TABLE "weekly_range"
  ALTER COLUMN "specialist_id" SET NOT NULL,
  ADD CONSTRAINT "weekly_range_specialist_id_fkey" FOREIGN KEY ("specialist_id") REFERENCES "provider"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "weekly_range_price" CHECK ("price_amount" >= 0),
  DROP CONSTRAINT "weekly_range_no_overlap";
ALTER TABLE "weekly_range"
  ADD CONSTRAINT "weekly_range_no_overlap" EXCLUDE USING gist (
    "provider_id" WITH =,
    "specialist_id" WITH =,
    int4multirange(
      int4range(("weekday" - 1) * 1440 + "start_minute", least(("weekday" - 1) * 1440 + "end_minute", 10080)),
      int4range(0, greatest(("weekday" - 1) * 1440 + "end_minute" - 10080, 0))
    ) WITH &&
  );
DROP INDEX "weekly_range_provider_id_weekday_idx";
CREATE INDEX "weekly_range_provider_id_specialist_id_weekday_idx" ON "weekly_range"("provider_id", "specialist_id", "weekday");

-- What is different on one day of the calendar.
CREATE TYPE "day_exception_kind" AS ENUM ('closed', 'replaced', 'extra');
CREATE TABLE "day_exception" (
  "id" UUID NOT NULL,
  "provider_id" UUID NOT NULL,
  "specialist_id" UUID NOT NULL,
  "date" DATE NOT NULL,
  "kind" "day_exception_kind" NOT NULL,
  CONSTRAINT "day_exception_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "day_exception_provider_id_specialist_id_date_key" ON "day_exception"("provider_id", "specialist_id", "date");
ALTER TABLE "day_exception"
  ADD CONSTRAINT "day_exception_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "day_exception_specialist_id_fkey" FOREIGN KEY ("specialist_id") REFERENCES "provider"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE TABLE "exception_range" (
  "id" UUID NOT NULL,
  "exception_id" UUID NOT NULL,
  "start_minute" INTEGER NOT NULL,
  "end_minute" INTEGER NOT NULL,
  "price_amount" INTEGER,
  "channels" "channel"[] NOT NULL DEFAULT '{}',
  CONSTRAINT "exception_range_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "exception_range"
  ADD CONSTRAINT "exception_range_exception_id_fkey" FOREIGN KEY ("exception_id") REFERENCES "day_exception"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "exception_range_minutes" CHECK (
    "start_minute" BETWEEN 0 AND 1439 AND "end_minute" > "start_minute" AND "end_minute" <= 2880
  ),
  ADD CONSTRAINT "exception_range_price" CHECK ("price_amount" >= 0),
  ADD CONSTRAINT "exception_range_no_overlap" EXCLUDE USING gist (
    "exception_id" WITH =,
    int4range("start_minute", "end_minute") WITH &&
  );

-- How many sessions of a service one specialist takes; null: as many as there is time for.
ALTER TABLE "service"
  ADD COLUMN "daily_limit" INTEGER,
  ADD COLUMN "weekly_limit" INTEGER,
  ADD CONSTRAINT "service_limits" CHECK ("daily_limit" > 0 AND "weekly_limit" > 0);

-- What counts towards the limits: the service of a session and its start without the buffer.
ALTER TABLE "occupancy"
  ADD COLUMN "service_id" UUID,
  ADD COLUMN "session_starts_at" TIMESTAMPTZ(3);
UPDATE "occupancy" o SET "service_id" = b."service_id", "session_starts_at" = b."starts_at"
FROM "booking" b WHERE b."id" = o."source_id";
ALTER TABLE "occupancy"
  ADD CONSTRAINT "occupancy_session" CHECK ("service_id" IS NULL OR "session_starts_at" IS NOT NULL);

-- The ways to meet that could be chosen when the time was held.
ALTER TABLE "booking" ADD COLUMN "channels" "channel"[];
UPDATE "booking" SET "channels" = ARRAY["channel"];
ALTER TABLE "booking"
  ALTER COLUMN "channels" SET NOT NULL,
  ADD CONSTRAINT "booking_channel_offered" CHECK ("channel" = ANY ("channels"));
