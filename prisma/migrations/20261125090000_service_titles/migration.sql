-- The title of the service as sold, in every language its provider wrote it in: each reader sees their own.
ALTER TABLE "booking" ADD COLUMN "service_titles" JSONB NOT NULL DEFAULT '{}';
UPDATE "booking" b SET "service_titles" = coalesce(
  (SELECT jsonb_object_agg(t."locale", t."title") FROM "service_text" t WHERE t."service_id" = b."service_id" AND t."title" <> ''),
  '{}');
