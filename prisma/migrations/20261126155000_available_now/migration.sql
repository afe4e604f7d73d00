-- Switched on by the provider, for two hours; the directory asks beside it for a start within half an hour.
ALTER TABLE "provider" ADD COLUMN "available_until" TIMESTAMPTZ(3);
ALTER TABLE "search_document" ADD COLUMN "available_until" TIMESTAMPTZ(3);
CREATE INDEX "search_document_available_until_idx" ON "search_document"("available_until") WHERE "available_until" IS NOT NULL;
