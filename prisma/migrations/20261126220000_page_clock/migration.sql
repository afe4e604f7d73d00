-- To the microsecond: a page that is made right after its tag was touched is new, and not of the same millisecond.
alter table page_cache alter column stored_at type timestamptz(6);
alter table page_tag alter column revalidated_at type timestamptz(6);
