-- Practices with several advisors. A member is a specialist who works there, a manager any account; the owner is neither.
CREATE TYPE "membership_role" AS ENUM ('member', 'manager');
CREATE TYPE "member_invitation_status" AS ENUM ('open', 'accepted', 'declined', 'revoked');

ALTER TABLE "provider" ADD CONSTRAINT "provider_of_account" UNIQUE ("id", "account_id");
ALTER TABLE "service" ADD CONSTRAINT "service_of_provider" UNIQUE ("id", "provider_id");

CREATE TABLE "membership" (
  "id" UUID NOT NULL,
  "organisation_id" UUID NOT NULL,
  "account_id" UUID NOT NULL,
  "role" "membership_role" NOT NULL,
  "specialist_id" UUID,
  "since" TIMESTAMPTZ(3) NOT NULL,
  "ended_at" TIMESTAMPTZ(3),
  CONSTRAINT "membership_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "membership_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "membership_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "membership_of_own_practice" FOREIGN KEY ("specialist_id", "account_id") REFERENCES "provider"("id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "membership_member_is_specialist" CHECK (("role" = 'member') = ("specialist_id" IS NOT NULL)),
  CONSTRAINT "membership_ends_after_it_began" CHECK ("ended_at" >= "since")
);
CREATE UNIQUE INDEX "membership_one_open" ON "membership"("organisation_id", "account_id") WHERE "ended_at" IS NULL;
CREATE INDEX "membership_account_id_idx" ON "membership"("account_id");
CREATE INDEX "membership_specialist_id_idx" ON "membership"("specialist_id");

-- Who an organisation and a member are does not change, so that looking once is enough.
CREATE FUNCTION "membership_check"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "provider" o WHERE o."id" = NEW."organisation_id" AND o."kind" = 'organisation'
    AND o."account_id" <> NEW."account_id";
  IF NOT FOUND THEN
    RAISE EXCEPTION 'membership_of_organisation: no organisation, or its owner'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'membership_of_organisation';
  END IF;
  IF NEW."specialist_id" IS NOT NULL THEN
    PERFORM 1 FROM "provider" s WHERE s."id" = NEW."specialist_id" AND s."kind" = 'specialist';
    IF NOT FOUND THEN
      RAISE EXCEPTION 'membership_of_specialist: a member is a specialist'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'membership_of_specialist';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "membership_check" BEFORE INSERT OR UPDATE ON "membership"
  FOR EACH ROW EXECUTE FUNCTION "membership_check"();

CREATE TABLE "member_invitation" (
  "id" UUID NOT NULL,
  "organisation_id" UUID NOT NULL,
  "email" CITEXT NOT NULL,
  "role" "membership_role" NOT NULL,
  "token_hash" TEXT NOT NULL,
  "status" "member_invitation_status" NOT NULL DEFAULT 'open',
  "invited_by_id" UUID NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "decided_at" TIMESTAMPTZ(3),
  CONSTRAINT "member_invitation_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "member_invitation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "member_invitation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "member_invitation_expires" CHECK ("created_at" < "expires_at"),
  CONSTRAINT "member_invitation_decided" CHECK (("status" = 'open') = ("decided_at" IS NULL))
);
CREATE UNIQUE INDEX "member_invitation_token_hash_key" ON "member_invitation"("token_hash");
CREATE UNIQUE INDEX "member_invitation_one_open" ON "member_invitation"("organisation_id", "email") WHERE "status" = 'open';
CREATE INDEX "member_invitation_organisation_id_created_at_idx" ON "member_invitation"("organisation_id", "created_at");

-- Who gives a service of an organisation: only members, and only while they are.
CREATE TABLE "service_member" (
  "service_id" UUID NOT NULL,
  "specialist_id" UUID NOT NULL,
  "organisation_id" UUID NOT NULL,
  CONSTRAINT "service_member_pkey" PRIMARY KEY ("service_id", "specialist_id"),
  CONSTRAINT "service_member_of_organisation" FOREIGN KEY ("service_id", "organisation_id") REFERENCES "service"("id", "provider_id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "service_member_specialist_id_fkey" FOREIGN KEY ("specialist_id") REFERENCES "provider"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "service_member_organisation_id_specialist_id_idx" ON "service_member"("organisation_id", "specialist_id");

CREATE FUNCTION "service_member_check"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "membership" m WHERE m."organisation_id" = NEW."organisation_id"
    AND m."specialist_id" = NEW."specialist_id" AND m."ended_at" IS NULL FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'service_member_works_there: only members give services'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'service_member_works_there';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "service_member_check" BEFORE INSERT OR UPDATE ON "service_member"
  FOR EACH ROW EXECUTE FUNCTION "service_member_check"();

-- Whoever leaves gives nothing there any more.
CREATE FUNCTION "membership_ended"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "service_member" WHERE "organisation_id" = OLD."organisation_id" AND "specialist_id" = OLD."specialist_id";
  RETURN NULL;
END $$;
CREATE TRIGGER "membership_ended" AFTER UPDATE ON "membership"
  FOR EACH ROW WHEN (NEW."ended_at" IS NOT NULL) EXECUTE FUNCTION "membership_ended"();

-- A session is given by the specialist whose practice it is, or by a member who gives the service when it is made.
ALTER TABLE "booking"
  ADD CONSTRAINT "booking_specialist_id_fkey" FOREIGN KEY ("specialist_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "booking_specialist_id_starts_at_idx" ON "booking"("specialist_id", "starts_at");
CREATE FUNCTION "booking_specialist_check"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."specialist_id" = NEW."provider_id" THEN
    PERFORM 1 FROM "provider" WHERE "id" = NEW."provider_id" AND "kind" = 'specialist';
  ELSE
    PERFORM 1 FROM "service_member" WHERE "service_id" = NEW."service_id" AND "specialist_id" = NEW."specialist_id"
      AND "organisation_id" = NEW."provider_id" FOR SHARE;
  END IF;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'booking_specialist_gives: the specialist does not give this service'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'booking_specialist_gives';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "booking_specialist_check" BEFORE INSERT OR UPDATE OF "specialist_id", "service_id", "provider_id" ON "booking"
  FOR EACH ROW EXECUTE FUNCTION "booking_specialist_check"();

-- Which practice a browser looks at; whether its account may is read anew each time.
ALTER TABLE "session"
  ADD COLUMN "acting_provider_id" UUID,
  ADD CONSTRAINT "session_acting_provider_id_fkey" FOREIGN KEY ("acting_provider_id") REFERENCES "provider"("id") ON DELETE SET NULL ON UPDATE CASCADE;
