-- Sessions that a provider proposes to a client. The new value cannot be spoken of in the transaction that adds it.
ALTER TYPE "booking_status" ADD VALUE 'proposed';
ALTER TABLE "booking"
  ADD COLUMN "proposed_at" TIMESTAMPTZ(3),
  ADD COLUMN "proposal_message" TEXT,
  ADD CONSTRAINT "booking_proposal_ends" CHECK (
    "status"::text <> 'proposed' OR ("held_until" IS NOT NULL AND "proposed_at" IS NOT NULL)
  ),
  ADD CONSTRAINT "booking_of_parties" UNIQUE ("id", "provider_id", "client_id");

-- When the hosted page that is open was opened: it lives for a day, a proposal for two.
ALTER TABLE "payment" ADD COLUMN "checkout_opened_at" TIMESTAMPTZ(3);

-- The tie of a client and a provider.
CREATE TABLE "relationship" (
  "provider_id" UUID NOT NULL,
  "client_id" UUID NOT NULL,
  "since" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "relationship_pkey" PRIMARY KEY ("provider_id", "client_id"),
  CONSTRAINT "relationship_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "relationship_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "relationship_client_id_idx" ON "relationship"("client_id");
INSERT INTO "relationship" ("provider_id", "client_id", "since")
SELECT "provider_id", "client_id", min("created_at") FROM "booking"
WHERE "status"::text NOT IN ('held', 'expired')
GROUP BY 1, 2;

-- Private notes of a provider, sealed; only about its own clients and their own sessions.
CREATE TABLE "client_note" (
  "id" UUID NOT NULL,
  "provider_id" UUID NOT NULL,
  "client_id" UUID NOT NULL,
  "booking_id" UUID,
  "key_id" TEXT NOT NULL,
  "sealed" BYTEA NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "changed_at" TIMESTAMPTZ(3),
  "deleted_at" TIMESTAMPTZ(3),
  CONSTRAINT "client_note_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "client_note_of_client" FOREIGN KEY ("provider_id", "client_id") REFERENCES "relationship"("provider_id", "client_id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "client_note_of_session" FOREIGN KEY ("booking_id", "provider_id", "client_id") REFERENCES "booking"("id", "provider_id", "client_id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "client_note_version" CHECK ("version" > 0)
);
CREATE INDEX "client_note_provider_id_client_id_created_at_idx" ON "client_note"("provider_id", "client_id", "created_at");
CREATE INDEX "client_note_deleted_at_idx" ON "client_note"("deleted_at") WHERE "deleted_at" IS NOT NULL;
CREATE INDEX "client_note_key_id_idx" ON "client_note"("key_id");
