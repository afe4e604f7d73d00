import type { CommissionMonth } from '@/lib/payments/rules/commission';
import type { Prisma } from '@/lib/server/db/generated/client';
import type { Tx } from '@/lib/server/db/client';
import type { SandboxMoney } from '../stripe-sandbox';

/** What the stories of the demo's bookings leave in the database and at the payment service. */
export type Rows = {
  bookings: Prisma.BookingCreateManyInput[];
  events: Prisma.EventCreateManyInput[];
  eventTexts: Prisma.EventTextCreateManyInput[];
  eventReminders: Prisma.EventReminderCreateManyInput[];
  seats: Prisma.SeatCreateManyInput[];
  occupancies: Prisma.OccupancyCreateManyInput[];
  audits: Prisma.AuditEntryCreateManyInput[];
  notifications: Prisma.NotificationCreateManyInput[];
  emails: Prisma.EmailCreateManyInput[];
  reminders: Prisma.BookingReminderCreateManyInput[];
  attendances: Prisma.AttendanceCreateManyInput[];
  payments: Prisma.PaymentCreateManyInput[];
  claims: Prisma.ClaimCreateManyInput[];
  claimMessages: Prisma.ClaimMessageCreateManyInput[];
  refunds: Prisma.RefundCreateManyInput[];
  offlineRecords: Prisma.OfflineRecordCreateManyInput[];
  debts: Prisma.ProviderDebtCreateManyInput[];
  stripeCalls: Prisma.StripeCallCreateManyInput[];
  ledgerTransactions: Prisma.LedgerTransactionCreateManyInput[];
  ledgerLines: Prisma.LedgerLineCreateManyInput[];
  connectAccounts: Prisma.ConnectAccountCreateManyInput[];
  taxData: Prisma.TaxDataCreateManyInput[];
  /** By provider and month. */
  months: Map<string, CommissionMonth>;
  sandbox: SandboxMoney;
};

export function noRows(): Rows {
  return {
    bookings: [],
    events: [],
    eventTexts: [],
    eventReminders: [],
    seats: [],
    occupancies: [],
    audits: [],
    notifications: [],
    emails: [],
    reminders: [],
    attendances: [],
    payments: [],
    claims: [],
    claimMessages: [],
    refunds: [],
    offlineRecords: [],
    debts: [],
    stripeCalls: [],
    ledgerTransactions: [],
    ledgerLines: [],
    connectAccounts: [],
    taxData: [],
    months: new Map(),
    sandbox: {
      accounts: [],
      customers: [],
      taxRates: [],
      prices: [],
      subscriptions: [],
      payments: [],
      refunds: [],
      transfers: [],
    },
  };
}

/** All of it in the caller's transaction: the ledger checks its balance when that commits. */
export async function writeRows(tx: Tx, rows: Rows): Promise<void> {
  await tx.booking.createMany({ data: rows.bookings });
  await tx.event.createMany({ data: rows.events });
  await tx.eventText.createMany({ data: rows.eventTexts });
  await tx.eventReminder.createMany({ data: rows.eventReminders });
  await tx.seat.createMany({ data: rows.seats });
  await tx.relationship.createMany({ data: tiesOf(rows) });
  await tx.occupancy.createMany({ data: rows.occupancies });
  await tx.bookingReminder.createMany({ data: rows.reminders });
  await tx.attendance.createMany({ data: rows.attendances });
  await tx.payment.createMany({ data: rows.payments });
  await tx.claim.createMany({ data: rows.claims });
  await tx.$executeRaw`select setval('claim_number_seq', coalesce((select max(number) from claim), 1000))`;
  await tx.claimMessage.createMany({ data: rows.claimMessages });
  await tx.refund.createMany({ data: rows.refunds });
  await tx.offlineRecord.createMany({ data: rows.offlineRecords });
  await tx.providerDebt.createMany({ data: rows.debts });
  await tx.stripeCall.createMany({ data: rows.stripeCalls });
  await tx.connectAccount.createMany({ data: rows.connectAccounts });
  await tx.taxData.createMany({ data: rows.taxData });
  await tx.ledgerTransaction.createMany({ data: rows.ledgerTransactions });
  await tx.ledgerLine.createMany({ data: rows.ledgerLines });
  await tx.commissionMonth.createMany({
    data: [...rows.months].map(([key, { commission, vat }]) => {
      const [providerId = '', month = ''] = key.split('/');
      return { providerId, month, commissionAmount: commission, vatAmount: vat };
    }),
  });
  await tx.auditEntry.createMany({ data: rows.audits });
  await tx.notification.createMany({ data: rows.notifications });
  await tx.email.createMany({ data: rows.emails });
}

/** Whoever was proposed, requested or booked a session, or has a seat, from the first of them on. */
function tiesOf({ bookings, seats }: Rows): Prisma.RelationshipCreateManyInput[] {
  const ties = new Map<string, Prisma.RelationshipCreateManyInput>();
  const sold = [...bookings, ...seats.map((seat) => ({ ...seat, proposedAt: null }))];
  for (const { providerId, clientId, status, proposedAt, createdAt } of sold) {
    if ((status === 'held' || status === 'expired') && !proposedAt) continue;
    const key = `${providerId}/${clientId}`;
    const since = createdAt ?? new Date();
    const known = ties.get(key);
    if (!known || since < known.since) ties.set(key, { providerId, clientId, since });
  }
  return [...ties.values()];
}
