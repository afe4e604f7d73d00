import { endClosedAccounts } from '@/lib/admin/measures/jobs';
import { renderMeasureEmail } from '@/lib/admin/measures/measure-emails';
import { renderAccountEmail } from '@/lib/accounts/emails/account-emails';
import { answerRegistration, answerReset, sweepAccounts } from '@/lib/accounts/jobs';
import { queueDueCalendars } from '@/lib/availability/calendars/jobs';
import { renderBookingEmail } from '@/lib/booking/emails/booking-emails';
import { followPayment } from '@/lib/booking/follow-payment';
import { followRefusal } from '@/lib/booking/follow-refusal';
import { readCalendar, sweepBookings, sweepWaiting } from '@/lib/booking/jobs';
import { renderClaimEmail } from '@/lib/claims/emails/claim-emails';
import { sweepClaims } from '@/lib/claims/jobs';
import { refreshDirectory, refreshProvider } from '@/lib/directory/jobs';
import { renderEventEmail } from '@/lib/events/emails/event-emails';
import { listKnownEvents } from '@/lib/events/feed-events';
import { refreshEvent, sweepEvents, sweepSeatWaiting } from '@/lib/events/jobs';
import { followSeatPayment } from '@/lib/events/seats/follow-payment';
import { requeueForgottenEmails } from '@/lib/notifications/jobs';
import { sendQueuedEmail } from '@/lib/notifications/send-email';
import { renderOrganisationEmail } from '@/lib/organisations/emails/organisation-emails';
import { mailInvitation } from '@/lib/organisations/jobs';
import { renderPaymentEmail } from '@/lib/payments/emails/payment-emails';
import {
  carryOutStripeCall,
  handleStripeEvent,
  lookAfterMoney,
  lookAtRefunds,
  requeueForgotten,
  sweepMoney,
} from '@/lib/payments/jobs';
import { renderDocument, sweepDocuments } from '@/lib/payments/documents/jobs';
import { renderPlanEmail } from '@/lib/plans/subscriptions/emails/plan-emails';
import { followBilling } from '@/lib/plans/subscriptions/follow-billing';
import { sweepPlans } from '@/lib/plans/subscriptions/jobs';
import { sweepNotes } from '@/lib/relationships/notes/jobs';
import { settleEndedSessions } from '@/lib/rooms/jobs';
import { closeDatabase } from '@/lib/server/db/client';
import { closeJobs } from '@/lib/server/jobs/boss';
import { doAll } from '@/lib/server/jobs/sweep-rows';
import { type JobHandlers, startWorker } from '@/lib/server/jobs/worker';
import { checkUpload, removeStored, sweepFiles } from '@/lib/server/storage/jobs';
import { log } from '@/lib/server/log';

const renderers = {
  account: renderAccountEmail,
  booking: renderBookingEmail,
  claim: renderClaimEmail,
  event: renderEventEmail,
  measure: renderMeasureEmail,
  organisation: renderOrganisationEmail,
  plan: renderPlanEmail,
  payment: renderPaymentEmail,
};
const followers = {
  booking: followPayment,
  seat: followSeatPayment,
  plan: followBilling,
  refused: followRefusal,
};

const handlers: JobHandlers = {
  'email.send': ({ emailId }) => sendQueuedEmail(emailId, renderers),
  'account.registration': answerRegistration,
  'account.reset': answerReset,
  'account.sweep': sweepAccounts,
  'note.sweep': sweepNotes,
  'organisation.invite': mailInvitation,
  'stripe.call': (payload) => carryOutStripeCall(payload, followers),
  'stripe.event': (payload) => handleStripeEvent(payload, followers),
  'directory.refresh': refreshProvider,
  'directory.sweep': refreshDirectory,
  'calendar.read': (payload) => readCalendar(payload, listKnownEvents),
  'calendar.sweep': queueDueCalendars,
  'booking.sweep': sweepBookings,
  'claim.sweep': sweepClaims,
  'provider.sweep': endClosedAccounts,
  'file.check': checkUpload,
  'file.remove': removeStored,
  'file.sweep': sweepFiles,
  'waiting.sweep': () => doAll([sweepWaiting(), sweepSeatWaiting()]),
  'event.refresh': refreshEvent,
  'event.sweep': sweepEvents,
  'room.sweep': settleEndedSessions,
  'payment.sweep': () => doAll([sweepMoney(), sweepPlans()]),
  'refund.sweep': lookAtRefunds,
  'money.sweep': lookAfterMoney,
  'document.render': renderDocument,
  'document.sweep': sweepDocuments,
  'outbox.sweep': async () => {
    await requeueForgottenEmails();
    await requeueForgotten();
  },
};

const worker = await startWorker(handlers);
log.info('worker started');

let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, async () => {
    if (isStopping) return;
    isStopping = true;
    await worker.stop();
    await closeJobs();
    await closeDatabase();
    process.exit(0);
  });
}
