-- What a platform has to know of a seller before it pays (DAC7): a row is always complete.
create type tax_kind as enum ('individual', 'entity');

create table tax_data (
  provider_id uuid primary key references provider (id),
  kind tax_kind not null,
  given_name text,
  legal_name text not null,
  street text not null,
  postal_code text,
  city text not null,
  country text not null,
  birth_date date,
  birth_place text,
  registration_number text,
  tin text,
  tin_country text,
  updated_at timestamptz(3) not null,
  constraint tax_data_address check (legal_name <> '' and street <> '' and city <> '' and country ~ '^[A-Z]{2}$'),
  constraint tax_data_person check (
    (kind = 'individual') = (birth_date is not null) and (kind = 'individual') = (given_name is not null)),
  constraint tax_data_entity check ((kind = 'entity') = (registration_number is not null)),
  constraint tax_data_tin check ((tin is null) = (tin_country is null)),
  constraint tax_data_number check (tin is not null or (kind = 'individual' and birth_place is not null))
);

-- Who looked at a VAT id, when, and what came of it: evidence for reverse charge, kept as it is.
create table vat_id_check (
  id uuid primary key,
  provider_id uuid not null references provider (id),
  vat_id text not null,
  is_valid boolean not null,
  reference text,
  checked_by uuid not null references account (id),
  checked_at timestamptz(3) not null
);
create index vat_id_check_provider_id_idx on vat_id_check (provider_id, checked_at);
create index vat_id_check_checked_by_idx on vat_id_check (checked_by);
create trigger vat_id_check_append_only before update or delete on vat_id_check
  for each row execute function document_refuse_change();
