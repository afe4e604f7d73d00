CREATE TYPE "calendar_failure" AS ENUM ('unreachable', 'timeout', 'forbidden_address', 'not_found', 'denied', 'bad_answer', 'too_large', 'no_calendar', 'too_complex');
CREATE TYPE "calendar_feed_kind" AS ENUM ('agenda', 'appointments');

CREATE TABLE "calendar_source" (
  "id" UUID NOT NULL,
  "specialist_id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "url" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "attempt" INTEGER NOT NULL DEFAULT 0,
  "next_read_at" TIMESTAMPTZ(3) NOT NULL,
  "asked_at" TIMESTAMPTZ(3),
  "read_at" TIMESTAMPTZ(3),
  "expanded_at" TIMESTAMPTZ(3),
  "expanded_zone" TEXT,
  "etag" TEXT,
  "last_modified" TEXT,
  "busy_count" INTEGER NOT NULL DEFAULT 0,
  "skipped_count" INTEGER NOT NULL DEFAULT 0,
  "failure" "calendar_failure",
  "failing_since" TIMESTAMPTZ(3),
  "failures" INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT "calendar_source_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "calendar_source_failing" CHECK (("failure" IS NULL) = ("failing_since" IS NULL) AND ("failure" IS NULL) = ("failures" = 0)),
  CONSTRAINT "calendar_source_https" CHECK ("url" LIKE 'https://%')
);
CREATE UNIQUE INDEX "calendar_source_id_specialist_id_key" ON "calendar_source" ("id", "specialist_id");
CREATE UNIQUE INDEX "calendar_source_specialist_id_url_key" ON "calendar_source" ("specialist_id", "url");
CREATE INDEX "calendar_source_next_read_at_idx" ON "calendar_source" ("next_read_at");
ALTER TABLE "calendar_source" ADD CONSTRAINT "calendar_source_specialist_id_fkey"
  FOREIGN KEY ("specialist_id") REFERENCES "provider" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "imported_busy" (
  "source_id" UUID NOT NULL,
  "specialist_id" UUID NOT NULL,
  "starts_at" TIMESTAMPTZ(3) NOT NULL,
  "ends_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "imported_busy_pkey" PRIMARY KEY ("source_id", "starts_at"),
  CONSTRAINT "imported_busy_not_empty" CHECK ("starts_at" < "ends_at")
);
-- Answers the same question as the constraint of occupancy: what of a specialist's time lies in a window.
CREATE INDEX "imported_busy_specialist_time_idx" ON "imported_busy"
  USING gist ("specialist_id", tstzrange("starts_at", "ends_at", '[)'));
ALTER TABLE "imported_busy" ADD CONSTRAINT "imported_busy_source_id_specialist_id_fkey"
  FOREIGN KEY ("source_id", "specialist_id") REFERENCES "calendar_source" ("id", "specialist_id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "calendar_feed" (
  "id" UUID NOT NULL,
  "account_id" UUID NOT NULL,
  "kind" "calendar_feed_kind" NOT NULL,
  "token_hash" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "calendar_feed_token_hash_key" ON "calendar_feed" ("token_hash");
CREATE UNIQUE INDEX "calendar_feed_account_id_kind_key" ON "calendar_feed" ("account_id", "kind");
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_account_id_fkey"
  FOREIGN KEY ("account_id") REFERENCES "account" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
