-- What somebody chose who registers an address waits here; the account is made when the link is opened.
CREATE TABLE "registration" (
    "id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "next" TEXT,
    "browser_hash" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "registration_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "registration_token_hash_key" ON "registration"("token_hash");
CREATE INDEX "registration_email_created_at_idx" ON "registration"("email", "created_at");
CREATE INDEX "registration_browser_hash_idx" ON "registration"("browser_hash");
CREATE INDEX "registration_expires_at_idx" ON "registration"("expires_at");
CREATE INDEX "account_token_expires_at_idx" ON "account_token"("expires_at");

-- Accounts whose address nobody has verified are no longer made. Those that are left are signed out and not public;
-- registering the address anew and opening the link makes them the property of whoever does it.
DELETE FROM "session" USING "account"
WHERE "account"."id" = "session"."account_id" AND "account"."email_verified_at" IS NULL;
DELETE FROM "account_token" USING "account"
WHERE "account"."id" = "account_token"."account_id" AND "account"."email_verified_at" IS NULL;
DELETE FROM "search_document" USING "provider", "account"
WHERE "provider"."id" = "search_document"."provider_id" AND "account"."id" = "provider"."account_id"
  AND "account"."email_verified_at" IS NULL;
UPDATE "provider" SET "status" = 'draft', "published_at" = NULL FROM "account"
WHERE "account"."id" = "provider"."account_id" AND "account"."email_verified_at" IS NULL
  AND "provider"."status" = 'published';

DELETE FROM "account_token" WHERE "purpose" = 'verify_email';
ALTER TYPE "token_purpose" RENAME TO "token_purpose_old";
CREATE TYPE "token_purpose" AS ENUM ('reset_password', 'change_email');
ALTER TABLE "account_token" ALTER COLUMN "purpose" TYPE "token_purpose" USING "purpose"::text::"token_purpose";
DROP TYPE "token_purpose_old";
