-- When entry E2 of a charge was booked; what is missing is found by an index that holds nothing else.
ALTER TABLE "payment" ADD COLUMN "available_booked_at" TIMESTAMPTZ(3);
UPDATE "payment" p SET "available_booked_at" = available."occurred_at"
FROM "ledger_transaction" charged
JOIN "ledger_transaction" available ON available."external_ref" = charged."external_ref" || ':available'
WHERE charged."payment_id" = p."id" AND charged."kind" = 'E1';
CREATE INDEX "payment_not_available" ON "payment" ("available_on") WHERE "available_booked_at" IS NULL;
