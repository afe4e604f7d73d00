-- Weekly hours of one provider never overlap, over midnight and from Sunday into Monday included.
CREATE TEMPORARY TABLE "week_minutes" ON COMMIT DROP AS
SELECT
  "id",
  "provider_id",
  int4multirange(
    int4range(("weekday" - 1) * 1440 + "start_minute", least(("weekday" - 1) * 1440 + "end_minute", 10080)),
    int4range(0, greatest(("weekday" - 1) * 1440 + "end_minute" - 10080, 0))
  ) AS "minutes"
FROM "weekly_range";

-- Hours that overlap offered nothing more than their union does: that is what stays, day by day.
CREATE TEMPORARY TABLE "week_union" ON COMMIT DROP AS
SELECT "provider_id", range_agg("minutes") AS "minutes"
FROM "week_minutes"
WHERE "provider_id" IN (
  SELECT a."provider_id"
  FROM "week_minutes" a
  JOIN "week_minutes" b ON b."provider_id" = a."provider_id" AND b."id" > a."id" AND b."minutes" && a."minutes"
)
GROUP BY "provider_id";

DELETE FROM "weekly_range" WHERE "provider_id" IN (SELECT "provider_id" FROM "week_union");

INSERT INTO "weekly_range" ("id", "provider_id", "weekday", "start_minute", "end_minute")
SELECT gen_random_uuid(), u."provider_id", d."day" + 1, lower(r."part") - d."day" * 1440, upper(r."part") - d."day" * 1440
FROM "week_union" u
CROSS JOIN generate_series(0, 6) AS d("day")
CROSS JOIN LATERAL unnest(
  u."minutes" * int4multirange(int4range(d."day" * 1440, (d."day" + 1) * 1440))
) AS r("part");

ALTER TABLE "weekly_range"
  ADD CONSTRAINT "weekly_range_no_overlap" EXCLUDE USING gist (
    "provider_id" WITH =,
    int4multirange(
      int4range(("weekday" - 1) * 1440 + "start_minute", least(("weekday" - 1) * 1440 + "end_minute", 10080)),
      int4range(0, greatest(("weekday" - 1) * 1440 + "end_minute" - 10080, 0))
    ) WITH &&
  );
