-- Time that a specialist keeps for something else; what takes it is in occupancy, what it is for is here.
CREATE TABLE "blocked_time" (
  "id" UUID NOT NULL,
  "specialist_id" UUID NOT NULL,
  "starts_at" TIMESTAMPTZ(3) NOT NULL,
  "ends_at" TIMESTAMPTZ(3) NOT NULL,
  "title" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "blocked_time_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "blocked_time_specialist_id_starts_at_idx" ON "blocked_time"("specialist_id", "starts_at");
ALTER TABLE "blocked_time"
  ADD CONSTRAINT "blocked_time_specialist_id_fkey" FOREIGN KEY ("specialist_id") REFERENCES "provider"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "blocked_time_not_empty" CHECK ("starts_at" < "ends_at");
