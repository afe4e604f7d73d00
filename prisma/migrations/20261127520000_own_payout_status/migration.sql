-- A payout of the operator's money stands in one of these, whatever wrote it.
alter table own_payout add constraint own_payout_status check (status in ('requested', 'sent', 'paid', 'failed'));
