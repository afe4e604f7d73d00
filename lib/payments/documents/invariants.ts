import type { Invariant } from '@/lib/server/db/invariant';

/** What is always true of documents (docs/rules.md, Documents). */
export const documentInvariants: readonly Invariant[] = [
  {
    name: 'documents.numbersHaveNoGaps',
    says: 'The documents of a series and year are numbered from 1 on without a gap, up to the number last given.',
    checked: 'select count(*) as count from document_series',
    violations: `
      select s.series || ' ' || s.year as id, count(d.id) || ' documents, last number ' || s.last as problem
      from document_series s left join document d on d.series = s.series and d.year = s.year
      group by s.series, s.year, s.last
      having count(d.id) <> s.last or coalesce(max(d.number), 0) <> s.last`,
  },
  {
    name: 'documents.monthsAreOfTheLedger',
    says: 'Invoice less credit note of a provider’s month are its commission and VAT in the ledger, to the cent.',
    checked: `select count(*) as count from document where kind <> 'receipt'`,
    violations: `
      select m.provider_id || ' ' || m.month as id,
        m.net || ' + ' || m.vat || ' invoiced, ' || coalesce(l.net, 0) || ' + ' || coalesce(l.vat, 0) || ' booked' as problem
      from (
        select provider_id, month, currency, data ->> 'zone' as zone,
          sum(case when kind = 'credit_note' then -net_amount else net_amount end) as net,
          sum(case when kind = 'credit_note' then -vat_amount else vat_amount end) as vat
        from document where kind <> 'receipt' group by 1, 2, 3, 4
      ) m
      left join lateral (
        select -sum(l.amount) filter (where l.account = 'RC') as net, -sum(l.amount) filter (where l.account = 'VO') as vat
        from ledger_transaction t join ledger_line l on l.transaction_id = t.id
        where t.provider_id = m.provider_id and t.payment_id is not null and l.currency = m.currency
          and to_char(t.occurred_at at time zone m.zone, 'YYYY-MM') = m.month
      ) l on true
      where (m.net, m.vat) <> (coalesce(l.net, 0), coalesce(l.vat, 0))`,
  },
  {
    name: 'documents.papersAreAsStored',
    says: 'The paper of every document has the fingerprint that was noted with it.',
    checked: 'select count(*) as count from document_file',
    violations: `
      select document_id as id, 'its bytes have another fingerprint' as problem
      from document_file where encode(sha256(bytes), 'hex') <> sha256`,
  },
];
