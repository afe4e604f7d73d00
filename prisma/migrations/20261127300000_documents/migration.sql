-- Documents with gapless numbers: receipts of providers, the operator's invoices on commission and their credit notes.
create type document_kind as enum ('receipt', 'commission_invoice', 'credit_note');

-- One row a series and year: who issues locks it until the document is there, so that numbers have no gaps.
create table document_series (
  series text not null,
  year integer not null,
  last integer not null constraint document_series_last check (last > 0),
  primary key (series, year)
);

create table document (
  id uuid primary key,
  kind document_kind not null,
  series text not null,
  year integer not null,
  number integer not null,
  label text not null,
  provider_id uuid not null references provider (id),
  client_id uuid references account (id),
  payment_id uuid references payment (id),
  month text,
  subject_key text not null,
  locale text not null,
  currency text not null,
  net_amount integer not null,
  vat_amount integer not null,
  gross_amount integer not null,
  due_amount integer not null default 0,
  vat_regime text not null,
  data jsonb not null,
  issued_at timestamptz(3) not null,
  constraint document_number check (number > 0),
  constraint document_sum check (gross_amount = net_amount + vat_amount),
  constraint document_month check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  constraint document_vat_regime check (vat_regime in ('exempt', 'small_business', 'standard', 'reverse_charge', 'mixed')),
  constraint document_subject check (
    (kind = 'receipt') = (payment_id is not null and client_id is not null) and (kind = 'receipt') = (month is null)),
  foreign key (series, year) references document_series (series, year)
);
create unique index document_series_year_number_key on document (series, year, number);
create unique index document_subject_key_key on document (subject_key);
create index document_provider_id_kind_idx on document (provider_id, kind, issued_at);
create index document_payment_id_idx on document (payment_id);
create index document_client_id_idx on document (client_id);

create table document_file (
  document_id uuid primary key references document (id),
  sha256 text not null constraint document_file_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bytea not null,
  stored_at timestamptz(3) not null
);

create function document_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'documents are never changed' using errcode = 'integrity_constraint_violation';
end $$;
create trigger document_immutable before update or delete on document
  for each row execute function document_refuse_change();
create trigger document_no_truncate before truncate on document
  for each statement execute function document_refuse_change();
create trigger document_file_immutable before update or delete on document_file
  for each row execute function document_refuse_change();
create trigger document_file_no_truncate before truncate on document_file
  for each statement execute function document_refuse_change();
create trigger document_series_kept before delete on document_series
  for each row execute function document_refuse_change();

-- The number before a document's own is always there.
create function document_check_number() returns trigger language plpgsql as $$
begin
  if new.number > 1 and not exists (
    select 1 from document d where d.series = new.series and d.year = new.year and d.number = new.number - 1) then
    raise exception 'document_gapless: % % %', new.series, new.year, new.number using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger document_gapless before insert on document
  for each row execute function document_check_number();
