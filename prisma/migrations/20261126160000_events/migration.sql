-- Events: one host, many seats.
CREATE TYPE "event_status" AS ENUM ('draft', 'published', 'completed', 'cancelled');
CREATE TYPE "event_ending" AS ENUM ('by_host', 'below_minimum', 'host_absent');
CREATE TYPE "seat_status" AS ENUM ('held', 'expired', 'booked', 'attended', 'absent', 'cancelled');

-- How many participants an event of this provider may have; an admin raises it.
ALTER TABLE "provider"
  ADD COLUMN "allowed_places" INTEGER NOT NULL DEFAULT 49,
  ADD CONSTRAINT "provider_allowed_places" CHECK ("allowed_places" BETWEEN 1 AND 1000);

CREATE TABLE "event" (
  "id" UUID NOT NULL,
  "provider_id" UUID NOT NULL,
  "host_id" UUID NOT NULL,
  "status" "event_status" NOT NULL DEFAULT 'draft',
  "version" INTEGER NOT NULL DEFAULT 1,
  "starts_at" TIMESTAMPTZ(3) NOT NULL,
  "ends_at" TIMESTAMPTZ(3) NOT NULL,
  "price_amount" INTEGER NOT NULL,
  "currency" TEXT NOT NULL DEFAULT 'EUR',
  "vat_bps" INTEGER NOT NULL DEFAULT 0,
  "minimum_seats" INTEGER NOT NULL,
  "maximum_seats" INTEGER NOT NULL,
  "book_until" TIMESTAMPTZ(3) NOT NULL,
  "language" TEXT NOT NULL,
  "cover" TEXT NOT NULL,
  "main_locale" TEXT NOT NULL,
  "words" TEXT NOT NULL DEFAULT '',
  "published_at" TIMESTAMPTZ(3),
  "confirmed_at" TIMESTAMPTZ(3),
  "closed_at" TIMESTAMPTZ(3),
  "ending" "event_ending",
  "calendar_sequence" INTEGER NOT NULL DEFAULT 0,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "event_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "event_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "event_host_id_fkey" FOREIGN KEY ("host_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "event_duration" CHECK ("ends_at" - "starts_at" BETWEEN interval '15 minutes' AND interval '480 minutes'),
  CONSTRAINT "event_deadline" CHECK ("book_until" <= "starts_at"),
  CONSTRAINT "event_price" CHECK ("price_amount" = 0 OR "price_amount" >= 50),
  CONSTRAINT "event_places" CHECK ("minimum_seats" >= 1 AND "minimum_seats" <= "maximum_seats" AND "maximum_seats" <= 1000),
  CONSTRAINT "event_ends_for_a_reason" CHECK (("status" = 'cancelled') = ("ending" IS NOT NULL)),
  CONSTRAINT "event_published" CHECK (("status" = 'draft') = ("published_at" IS NULL)),
  CONSTRAINT "event_version" CHECK ("version" > 0)
);
CREATE INDEX "event_status_starts_at_id_idx" ON "event"("status", "starts_at", "id");
CREATE INDEX "event_status_book_until_idx" ON "event"("status", "book_until");
CREATE INDEX "event_provider_id_starts_at_idx" ON "event"("provider_id", "starts_at");
CREATE INDEX "event_host_id_starts_at_idx" ON "event"("host_id", "starts_at");
CREATE INDEX "event_words" ON "event" USING gin ("words" gin_trgm_ops);

CREATE TABLE "event_text" (
  "event_id" UUID NOT NULL,
  "locale" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "description" TEXT NOT NULL DEFAULT '',
  CONSTRAINT "event_text_pkey" PRIMARY KEY ("event_id", "locale"),
  CONSTRAINT "event_text_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "seat" (
  "id" UUID NOT NULL,
  "event_id" UUID NOT NULL,
  "client_id" UUID NOT NULL,
  "provider_id" UUID NOT NULL,
  "status" "seat_status" NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "starts_at" TIMESTAMPTZ(3) NOT NULL,
  "client_time_zone" TEXT NOT NULL,
  "titles" JSONB NOT NULL,
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
  "order_terms" TEXT,
  "ordered_at" TIMESTAMPTZ(3),
  "booked_at" TIMESTAMPTZ(3),
  "closed_at" TIMESTAMPTZ(3),
  "closed_by" "party",
  "is_late" BOOLEAN NOT NULL DEFAULT false,
  "calendar_sequence" INTEGER NOT NULL DEFAULT 0,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "seat_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "seat_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "seat_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "seat_price" CHECK ("price_amount" >= 0),
  CONSTRAINT "seat_hold_ends" CHECK ("status" <> 'held' OR "held_until" IS NOT NULL),
  CONSTRAINT "seat_booked" CHECK ("status" NOT IN ('booked', 'attended', 'absent') OR "booked_at" IS NOT NULL),
  CONSTRAINT "seat_late" CHECK (NOT "is_late" OR "status" = 'cancelled'),
  CONSTRAINT "seat_version" CHECK ("version" > 0)
);
CREATE INDEX "seat_event_id_status_idx" ON "seat"("event_id", "status");
CREATE INDEX "seat_client_id_status_idx" ON "seat"("client_id", "status");
CREATE INDEX "seat_status_held_until_idx" ON "seat"("status", "held_until");
-- Nobody holds two places of one event.
CREATE UNIQUE INDEX "seat_one_a_client" ON "seat" ("event_id", "client_id")
  WHERE "status" IN ('held', 'booked', 'attended', 'absent');

-- Never more seats booked than there are, whoever writes them; holds end by a clock that the database does not know.
CREATE FUNCTION "event_check_seats"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  checked uuid := coalesce(to_jsonb(NEW) ->> 'event_id', to_jsonb(NEW) ->> 'id')::uuid;
  most integer;
BEGIN
  SELECT "maximum_seats" INTO most FROM "event" WHERE "id" = checked FOR UPDATE;
  IF (SELECT count(*) FROM "seat" WHERE "event_id" = checked AND "status" IN ('booked', 'attended', 'absent')) > most THEN
    RAISE EXCEPTION 'event_not_oversold: event % has % seats', checked, most USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "seat_not_oversold" AFTER INSERT OR UPDATE OF "status", "event_id" ON "seat"
  FOR EACH ROW WHEN (NEW."status" IN ('booked', 'attended', 'absent')) EXECUTE FUNCTION "event_check_seats"();
CREATE TRIGGER "event_not_oversold" AFTER UPDATE OF "maximum_seats" ON "event"
  FOR EACH ROW WHEN (NEW."maximum_seats" < OLD."maximum_seats") EXECUTE FUNCTION "event_check_seats"();

CREATE TABLE "event_reminder" (
  "event_id" UUID NOT NULL,
  "account_id" UUID NOT NULL,
  "hours_before" INTEGER NOT NULL,
  "starts_at" TIMESTAMPTZ(3) NOT NULL,
  "told_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "event_reminder_pkey" PRIMARY KEY ("event_id", "account_id", "hours_before", "starts_at"),
  CONSTRAINT "event_reminder_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "event_reminder_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "event_reminder_in_time" CHECK (
    "told_at" < "starts_at" AND "told_at" >= "starts_at" - make_interval(hours => "hours_before")
  )
);

-- Money is of a booking or of a seat.
ALTER TABLE "payment"
  ALTER COLUMN "booking_id" DROP NOT NULL,
  ADD COLUMN "seat_id" UUID,
  ADD CONSTRAINT "payment_seat_id_fkey" FOREIGN KEY ("seat_id") REFERENCES "seat"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "payment_of_one" CHECK (num_nonnulls("booking_id", "seat_id") = 1);
CREATE UNIQUE INDEX "payment_seat_id_key" ON "payment"("seat_id");

-- Attendance is of the room of a booking or of an event.
ALTER TABLE "attendance"
  ALTER COLUMN "booking_id" DROP NOT NULL,
  ADD COLUMN "event_id" UUID,
  ADD CONSTRAINT "attendance_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "attendance_of_one" CHECK (num_nonnulls("booking_id", "event_id") = 1);
CREATE INDEX "attendance_event_id_party_idx" ON "attendance"("event_id", "party");

-- News about an event.
ALTER TABLE "notification" ADD COLUMN "event_id" UUID;
CREATE UNIQUE INDEX "notification_account_id_kind_event_id_key" ON "notification"("account_id", "kind", "event_id");
