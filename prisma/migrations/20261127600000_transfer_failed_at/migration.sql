-- When the last transfer failed, by the product's clock: how long the next try waits is counted from here.
alter table payment add column transfer_failed_at timestamptz(3);
update payment set transfer_failed_at = updated_at where transfer_failure is not null;
