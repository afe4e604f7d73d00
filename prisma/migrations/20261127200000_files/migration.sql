-- Files that people add to something. What they hold lies sealed at the file service; here is whose they are.
CREATE TYPE "file_status" AS ENUM ('awaited', 'uploaded', 'ready', 'refused');
CREATE TABLE "stored_file" (
  "id" UUID NOT NULL,
  "account_id" UUID NOT NULL,
  "purpose" TEXT NOT NULL,
  "status" "file_status" NOT NULL DEFAULT 'awaited',
  "name" TEXT NOT NULL,
  "size" INTEGER NOT NULL,
  "content_type" TEXT,
  "storage_key" TEXT,
  "key_id" TEXT,
  "refusal" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "uploaded_at" TIMESTAMPTZ(3),
  "checked_at" TIMESTAMPTZ(3),
  "attached_at" TIMESTAMPTZ(3),
  CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "stored_file_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "stored_file_size" CHECK ("size" BETWEEN 1 AND 10485760),
  CONSTRAINT "stored_file_name" CHECK ("name" <> '' AND "name" !~ '[[:cntrl:]/\\]'),
  CONSTRAINT "stored_file_state" CHECK (
    CASE "status"::text
      WHEN 'awaited' THEN "storage_key" IS NULL AND "uploaded_at" IS NULL AND "attached_at" IS NULL
      WHEN 'uploaded' THEN "storage_key" IS NOT NULL AND "uploaded_at" IS NOT NULL AND "checked_at" IS NULL
      WHEN 'ready' THEN "storage_key" IS NOT NULL AND "key_id" IS NOT NULL AND "content_type" IS NOT NULL AND "checked_at" IS NOT NULL
      ELSE "storage_key" IS NULL AND "checked_at" IS NOT NULL
    END
  ),
  CONSTRAINT "stored_file_refusal" CHECK (
    ("status"::text = 'refused') = ("refusal" IS NOT NULL) AND ("refusal" IS NULL OR "refusal" IN ('size', 'type', 'image', 'missing'))
  )
);
CREATE UNIQUE INDEX "stored_file_storage_key_key" ON "stored_file"("storage_key");
CREATE INDEX "stored_file_account_id_purpose_idx" ON "stored_file"("account_id", "purpose");
CREATE INDEX "stored_file_key_id_idx" ON "stored_file"("key_id");
CREATE INDEX "stored_file_loose_idx" ON "stored_file"("created_at") WHERE "attached_at" IS NULL;
