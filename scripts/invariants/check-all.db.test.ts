import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderDocument, sweepDocuments } from '@/lib/payments/documents/jobs';
import { db } from '@/lib/server/db/client';
import { checkInvariant } from '@/lib/server/db/invariant';
import { seedDemo } from '@/prisma/seed/demo';
import { startMailForTests, stripeForTests } from '@/prisma/test-services';
import { startFilesForTests } from '@/prisma/test-files';
import type { RunningServer } from '@/sandbox/http/server';
import type { FileTestbed } from '@/sandbox/testing/files';
import { checkAll, invariants } from './check-all';

const now = new Date();
stripeForTests();
let mail: RunningServer;
let files: FileTestbed;

beforeAll(async () => {
  mail = await startMailForTests();
  files = await startFilesForTests();
  await seedDemo(now);
  await sweepDocuments();
  for (const { id } of await db().document.findMany({ select: { id: true } }))
    await renderDocument({ documentId: id });
}, 60_000);
afterAll(async () => {
  await mail.close();
  await files.close();
});

const one = (table: string, where: string) => `(select id from ${table} where ${where} order by id limit 1)`;
const line = (account: string, amount: number, payment: string) => `
  insert into ledger_line (id, transaction_id, account, amount, currency, payment_id, provider_id)
  select gen_random_uuid(), t.id, '${account}', ${amount}, 'EUR', p.id, p.provider_id
  from payment p join ledger_transaction t on t.payment_id = p.id where p.id = ${payment} limit 1`;

/** For each invariant a way to break it that the database's own constraints and triggers would refuse or cannot see. */
const plants: Record<string, string> = {
  'booking.noOverlap': `
    alter table occupancy drop constraint occupancy_no_overlap;
    insert into occupancy (id, specialist_id, starts_at, ends_at, kind, source_id)
    select gen_random_uuid(), specialist_id, starts_at, ends_at, kind, gen_random_uuid() from occupancy limit 1`,
  'booking.takesItsTime': `delete from occupancy where source_id = ${one('booking', "status = 'accepted'")}`,
  'booking.onlyBookingsTakeTime': `
    insert into occupancy (id, specialist_id, starts_at, ends_at, kind, source_id)
    select gen_random_uuid(), specialist_id, starts_at - interval '2 years', ends_at - interval '2 years', 'booking', id
    from booking where status = 'cancelled' limit 1`,
  'booking.nothingOverdue': `update booking set answer_by = now() - interval '1 hour' where id = ${one('booking', "status = 'pending'")}`,
  'booking.followsItsMoney': `update booking set status = 'rejected' where id = ${one('booking', "status = 'pending' and price_amount > 0")}`,
  'booking.acceptedIsPaidOnce': `
    delete from ledger_transaction where kind = 'E1' and payment_id = (
      select p.id from payment p join booking b on b.id = p.booking_id where b.status = 'accepted' and p.amount > 0 limit 1)`,
  'booking.pendingIsSecured': `
    update payment set status = 'none' where booking_id = ${one('booking', "status = 'pending' and price_amount > 0")}`,
  'booking.audited': `update booking set status = 'missed' where id = ${one('booking', "status = 'completed'")}`,
  'booking.legalMoves': `update audit_entry set party = 'client' where id = ${one('audit_entry', "action = 'booking.accept'")}`,
  'waiting.legalMoves': `update audit_entry set party = 'provider' where id = ${one('audit_entry', "action = 'waiting.join'")}`,
  'waiting.offeredIsHeld': `update waiting_entry set status = 'offered' where id = ${one('waiting_entry', "status = 'waiting'")}`,
  'waiting.bookedHasBooking': `update booking set waiting_entry_id = null where waiting_entry_id is not null`,
  'booking.remindedInTime': "delete from notification where kind like 'booking.reminder%'",
  'booking.remindedWhileAccepted': `
    update booking set closed_at = r.told_at - interval '1 hour' from booking_reminder r where r.booking_id = booking.id`,
  'booking.outcomeIsTold': `delete from notification where kind in ('booking.completed', 'booking.missed')`,
  'booking.tiesItsParties': `
    delete from client_note;
    delete from relationship where client_id = ${one('account', "email = 'jan.petersen@demo.example'")}`,
  'plans.heldIsPaid': `update provider set plan_code = 'premium' where id = ${one('provider', "plan_code = 'basic'")}`,
  'plans.graceIsKept': `
    update plan_subscription set status = 'past_due', past_due_since = now() - interval '8 days'
    where id = ${one('plan_subscription', "status = 'active'")}`,
  'plans.defaultIsSold': `
    alter table plan drop constraint plan_default_check;
    update plan set is_active = false where code = 'basic'`,
  'plans.legalMoves': `update audit_entry set party = 'client' where id = ${one('audit_entry', "action = 'subscription.begin'")}`,
  'plans.paidIsBooked': `update plan_invoice set vat_amount = vat_amount + 1 where id = ${one('plan_invoice', "status = 'paid'")}`,
  'plans.nothingElseIsBooked': `
    update plan_invoice set status = 'void', paid_at = null where id = ${one('plan_invoice', "status = 'paid'")}`,
  'plans.yearsAreReleased': `update plan_invoice set released_months = released_months - 1 where deferred_amount > 0`,
  'events.notOversold': `
    alter table event drop constraint event_places;
    update event set maximum_seats = 1 where id = (select event_id from seat where status = 'booked' group by event_id having count(*) > 1 limit 1)`,
  'events.oneSeatAClient': `
    drop index seat_one_a_client;
    update seat set client_id = (select client_id from seat s where s.status = 'booked' and s.event_id = seat.event_id order by id limit 1)
    where event_id = (select event_id from seat where status = 'booked' group by event_id having count(*) > 1 limit 1)`,
  'events.noSeatOfTheHost': `
    update seat set client_id = (select p.account_id from event e join provider p on p.id = e.host_id where e.id = seat.event_id)
    where id = ${one('seat', "status = 'booked'")}`,
  'events.seatsFollowTheirEvent': `update seat set status = 'booked' where id = ${one('seat', "status = 'attended'")}`,
  'events.takesItsTime': `delete from occupancy where source_id = ${one('event', "status = 'published'")}`,
  'events.onlyEventsTakeTime': `
    insert into occupancy (id, specialist_id, starts_at, ends_at, kind, source_id)
    select gen_random_uuid(), host_id, starts_at - interval '2 years', ends_at - interval '2 years', 'event', id
    from event where status = 'cancelled' limit 1`,
  'events.nothingOverdue': `update event set confirmed_at = null, book_until = now() - interval '1 hour' where id = ${one('event', "status = 'published'")}`,
  'events.remindedInTime': "delete from notification where kind like 'event.reminder%'",
  'events.bookedIsPaid': `
    delete from ledger_transaction where kind = 'E1' and payment_id = (
      select p.id from payment p join seat s on s.id = p.seat_id where s.status = 'booked' and p.amount > 0 limit 1)`,
  'events.followTheirMoney': `update seat set status = 'cancelled' where id = ${one('seat', "status = 'booked' and price_amount > 0")}`,
  'events.audited': `update seat set status = 'absent' where id = ${one('seat', "status = 'attended'")}`,
  'events.legalMoves': `update audit_entry set party = 'client' where id = ${one('audit_entry', "action = 'event.publish'")}`,
  'claims.openMoneyIsFrozen': `
    update payment set status = 'releasable' where booking_id = ${one('booking', "id in (select booking_id from claim where status = 'opened')")}`,
  'claims.onlyClaimsFreeze': `delete from claim where status = 'opened'`,
  'claims.refundsAreAsked': `update claim set refund_amount = refund_amount + 1 where status = 'decided'`,
  'claims.nothingOverdue': `update claim set answer_by = now() - interval '1 hour' where status = 'opened'`,
  'claims.auditIsLegal': `update audit_entry set party = 'client' where action = 'claim.decline'`,
  'claims.statusIsLogged': `update claim set status = 'withdrawn' where status = 'accepted'`,
  'claims.filesAreAttached': `update stored_file set attached_at = null where attached_at is not null`,
  'payments.entriesSumToZero': `update ledger_line set amount = amount + 1 where id = ${one('ledger_line', "account = 'XF'")}`,
  'payments.liabilitiesOfPayments': line('AP', 1, one('payment', "status = 'transferred'")),
  'payments.liabilitiesOfProviders': `
    insert into ledger_line (id, transaction_id, account, amount, currency, provider_id)
    select gen_random_uuid(), id, 'AH', 100000000, 'EUR', provider_id from ledger_transaction limit 1`,
  'payments.closedLeaveNothing': line('CP', -1, one('payment', "status = 'refunded'")),
  'payments.moneyLiesWhereStatusSays': line('AH', -1, one('payment', "status = 'delivered_held'")),
  'payments.splitSums': `update payment set commission_amount = commission_amount + 1 where id = ${one('payment', "status = 'transferred'")}`,
  'payments.refundsWithinCaptured': `update refund set amount = amount + 1 where id = ${one('refund', "status = 'succeeded'")}`,
  'payments.refundsAreUnderWay': `update payment set status = 'refunding' where id = ${one('payment', "status = 'refunded'")}`,
  'payments.transfersWithinShare': `update payment set advisor_amount = advisor_amount - 1 where id = ${one('payment', "status = 'transferred'")}`,
  'payments.chargedOnce': `
    with doubled as (
      insert into ledger_transaction (id, external_ref, kind, payment_id, provider_id, occurred_at)
      select gen_random_uuid(), 'again', 'E1', payment_id, provider_id, occurred_at from ledger_transaction where kind = 'E1' limit 1
      returning id, payment_id, provider_id)
    insert into ledger_line (id, transaction_id, account, amount, currency, payment_id, provider_id)
    select gen_random_uuid(), id, 'XF', 1, 'EUR', payment_id, provider_id from doubled`,
  'payments.callsAreMade': `
    update stripe_call set status = 'waiting', created_at = now() - interval '11 minutes' where id = ${one('stripe_call', 'true')}`,
  'payments.debtsAreBooked': `
    insert into provider_debt (id, provider_id, payment_id, kind, amount, currency, reference, due_at, created_at)
    select gen_random_uuid(), provider_id, id, 'refund', 100, 'EUR', 'planted', now(), now() from payment where id = ${one('payment', "status = 'transferred'")}`,
  'payments.nettingsAddUp': `update payment set netted_amount = 100 where id = ${one('payment', "status = 'transferred'")}`,
  'payments.debtPaymentsAddUp': `
    insert into debt_payment (id, provider_id, amount, currency, opened_at)
    select gen_random_uuid(), provider_id, 100, 'EUR', now() from payment where id = ${one('payment', "status = 'transferred'")}`,
  'payments.recordsAddUp': `update payment set recorded_amount = 1 where id = ${one('payment', 'amount > 0')}`,
  'payments.disputesAreBooked': `
    insert into dispute (id, payment_id, amount, fee, currency, reason, opened_at)
    select 'du_planted', id, 100, 0, 'EUR', 'general', now() from payment where id = ${one('payment', "status = 'transferred'")}`,
  'payments.commissionMonths': 'update commission_month set vat_amount = vat_amount + 1',
  'payments.audited': `delete from audit_entry where id = ${one('audit_entry', "action = 'payment.deliver'")}`,
  'payments.legalMoves': `update audit_entry set from_status = 'refunded' where id = ${one('audit_entry', "action = 'payment.capture'")}`,
  'documents.numbersHaveNoGaps': 'update document_series set last = last + 1',
  'documents.monthsAreOfTheLedger': `update document set net_amount = net_amount + 1, gross_amount = gross_amount + 1 where id = ${one('document', "kind = 'commission_invoice'")}`,
  'documents.papersAreAsStored': `update document_file set bytes = '\\x00' where document_id = (select min(document_id::text)::uuid from document_file)`,
  'organisations.onSaleIsGiven': `delete from service_member where service_id = (select min(service_id::text)::uuid from service_member)`,
  'organisations.sessionsAreGiven': `delete from membership where role = 'member'`,
  'organisations.nobodyLeftWithSessions': `update membership set ended_at = now() where role = 'member'`,
  'organisations.ownersHaveOnePart': `
    update membership m set account_id = o.account_id from provider o where o.id = m.organisation_id and m.role = 'manager'`,
  'notifications.mailsSentOnce': `update email set sent_at = null where id = ${one('email', 'true')}`,
  'notifications.newsIsMailed': `delete from email where id = ${one('email', 'true')}`,
};

class Undo extends Error {}

/** Runs the check on a database with the violation in it, and takes the violation back. */
async function withPlant<T>(
  statements: string,
  check: (tx: Parameters<typeof checkInvariant>[0]) => Promise<T>,
): Promise<T> {
  let found: { value: T } | undefined;
  await db()
    .$transaction(async (tx) => {
      await tx.$executeRawUnsafe('set local session_replication_role = replica');
      for (const statement of statements.split(';')) await tx.$executeRawUnsafe(statement);
      found = { value: await check(tx) };
      throw new Undo();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
  if (!found) throw new Error('not checked');
  return found.value;
}

describe('invariants', () => {
  it('all hold on the demo, and each speaks of some rows', async () => {
    const results = await checkAll(db(), now);
    expect(results.filter(({ violations }) => violations.length > 0)).toEqual([]);
    expect(results.filter(({ checked }) => checked === 0)).toEqual([]);
  });

  it('have a planted violation each', () => {
    expect(Object.keys(plants).sort()).toEqual(invariants.map(({ name }) => name).sort());
  });

  it.each(invariants.map((invariant) => [invariant.name, invariant] as const))(
    '%s is found when broken',
    async (name, invariant) => {
      const { violations } = await withPlant(plants[name] ?? '', (tx) => checkInvariant(tx, invariant, now));
      expect(violations.length).toBeGreaterThan(0);
    },
  );

  it('the balance of the payment service differs when one of its movements is missing from the ledger', async () => {
    const results = await withPlant(
      `delete from ledger_line where id = ${one('ledger_line', "account = 'SA'")}`,
      (tx) => checkAll(tx, now),
    );
    expect(results.find(({ name }) => name === 'payments.balanceOfService')?.violations).toHaveLength(1);
  });
});
