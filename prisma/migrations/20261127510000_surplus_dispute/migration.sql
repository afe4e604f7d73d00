-- A dispute about a charge that came beside the payment's own names the intent of that charge.
alter table dispute add column surplus_intent_id text;
create index dispute_surplus_intent_id_idx on dispute (surplus_intent_id);

-- The last refund of each charge that came beside a payment's own, or of money that came back, while it has not arrived, and
-- how much of it is the client's still: a bank may have taken some of it back for them since.
create view surplus_standing as
select r.id, r.payment_id, r.surplus_intent_id, r.status, greatest(0, r.amount - coalesce((
    select sum(d.amount) from dispute d
    where d.surplus_intent_id = r.surplus_intent_id and d.status = 'lost' and d.closed_at >= r.created_at), 0))::int as open
from refund r
where r.surplus_intent_id is not null and r.status <> 'succeeded'
  and not exists (select 1 from refund o
    where o.payment_id = r.payment_id and o.surplus_intent_id = r.surplus_intent_id and o.number > r.number);
