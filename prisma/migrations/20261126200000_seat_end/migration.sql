-- The end as sold: what is paid late is booked only while the event is still what was sold.
alter table seat add column ends_at timestamptz(3);
update seat s set ends_at = e.ends_at from event e where e.id = s.event_id;
alter table seat alter column ends_at set not null;
alter table seat add constraint seat_ends_after_start check (ends_at > starts_at);
