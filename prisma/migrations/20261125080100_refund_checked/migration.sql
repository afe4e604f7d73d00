-- When the payment service was last asked about a refund; of one that failed, when we learned so.
ALTER TABLE "refund" ADD COLUMN "checked_at" TIMESTAMPTZ(3);
UPDATE "refund" SET "checked_at" = coalesce("settled_at", "created_at") WHERE "status" IN ('succeeded', 'failed');
CREATE INDEX "refund_under_way" ON "refund" ("created_at") WHERE "status" IN ('requested', 'pending');
