-- With which words and when a client asked that the service begins before the period of withdrawal ends, and when a contract
-- was withdrawn from.
alter table booking
  add column early_start_terms text,
  add column early_start_at timestamptz(3),
  add column withdrawn_at timestamptz(3),
  add constraint booking_early_start check ((early_start_terms is null) = (early_start_at is null)),
  add constraint booking_withdrawn check (withdrawn_at is null or (status = 'cancelled' and closed_by = 'client'));
alter table seat
  add column early_start_terms text,
  add column early_start_at timestamptz(3),
  add column withdrawn_at timestamptz(3),
  add constraint seat_early_start check ((early_start_terms is null) = (early_start_at is null)),
  add constraint seat_withdrawn check (withdrawn_at is null or (status = 'cancelled' and closed_by = 'client'));
