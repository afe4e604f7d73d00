-- Where clients pay outside the platform is an https address, whatever wrote it.
alter table provider add constraint provider_offline_payment_url
  check (offline_payment_url is null or (offline_payment_url like 'https://%' and length(offline_payment_url) <= 500));
