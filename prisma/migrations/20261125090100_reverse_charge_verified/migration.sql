-- Reverse charge takes effect once the VAT id was checked, not by the provider's own word.
ALTER TABLE "provider" ADD COLUMN "reverse_charge_verified_at" TIMESTAMPTZ(3);

ALTER TABLE "provider"
  ADD CONSTRAINT "provider_verified_reverse_charge" CHECK (
    "reverse_charge_verified_at" IS NULL OR ("reverse_charge" AND "vat_id" IS NOT NULL)
  );
