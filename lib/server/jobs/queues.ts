/**
 * Every background job and what it is told. Payloads hold ids, or an address
 * that somebody typed; handlers read the rest anew and may run twice.
 * `sweep` is what makes deadlines true: it looks for rows whose time has come.
 */
export type JobPayloads = {
  'email.send': { emailId: string };
  'account.registration': { registrationId: string };
  'account.reset': { requestId: string; email: string; next?: string };
  'organisation.invite': { invitationId: string };
  'stripe.call': { callId: string };
  'stripe.event': { eventId: string };
  /** `isOfferChanged`: what public pages show changed, not only what is booked. */
  'directory.refresh': { providerId: string; isOfferChanged?: boolean };
  'calendar.read': { sourceId: string };
  /** What public pages show of an event changed. */
  'event.refresh': { eventId: string };
  /** A file arrived at the file service; another is not referred to any more. */
  'file.check': { fileId: string };
  'file.remove': { storageKey: string };
  'event.sweep': Record<string, never>;
  'booking.sweep': Record<string, never>;
  'room.sweep': Record<string, never>;
  'payment.sweep': Record<string, never>;
  'refund.sweep': Record<string, never>;
  /** Undelivered events, money that waits for details, and the daily check of the ledger. */
  'money.sweep': Record<string, never>;
  /** A document was issued; its paper is rendered. */
  'document.render': { documentId: string };
  'document.sweep': Record<string, never>;
  'outbox.sweep': Record<string, never>;
  'directory.sweep': Record<string, never>;
  'account.sweep': Record<string, never>;
  'calendar.sweep': Record<string, never>;
  'note.sweep': Record<string, never>;
  'waiting.sweep': Record<string, never>;
  'file.sweep': Record<string, never>;
  'claim.sweep': Record<string, never>;
  'provider.sweep': Record<string, never>;
};

export type JobName = keyof JobPayloads;

type QueueOptions = {
  expireInSeconds: number;
  retryLimit: number;
  retryDelay: number;
  retryBackoff: boolean;
  /** A worker that runs a job says so; one that was killed is noticed after so long, and the job runs again. */
  heartbeatSeconds: number;
};

const heartbeatSeconds = 10;

const patient: QueueOptions = {
  expireInSeconds: 60,
  retryLimit: 12,
  retryDelay: 2,
  retryBackoff: true,
  heartbeatSeconds,
};
const periodic: QueueOptions = {
  expireInSeconds: 120,
  retryLimit: 0,
  retryDelay: 0,
  retryBackoff: false,
  heartbeatSeconds,
};

export const queues: Record<JobName, QueueOptions> = {
  'email.send': patient,
  'account.registration': patient,
  'account.reset': patient,
  'organisation.invite': patient,
  'stripe.call': patient,
  'stripe.event': patient,
  'directory.refresh': patient,
  'event.refresh': patient,
  'document.render': patient,
  'file.check': patient,
  'file.remove': patient,
  // What failed has its turn again by the sweep.
  'calendar.read': { ...patient, retryLimit: 0 },
  'booking.sweep': periodic,
  'event.sweep': periodic,
  'room.sweep': periodic,
  'payment.sweep': periodic,
  'refund.sweep': periodic,
  'money.sweep': { ...periodic, expireInSeconds: 900 },
  'document.sweep': periodic,
  'outbox.sweep': periodic,
  'directory.sweep': periodic,
  'account.sweep': periodic,
  'calendar.sweep': periodic,
  'note.sweep': periodic,
  'waiting.sweep': periodic,
  'file.sweep': periodic,
  'claim.sweep': periodic,
  'provider.sweep': periodic,
};

/** Where jobs go that failed for good; an admin sees them. */
export const deadLetterQueue = 'dead.letter';

export const jobNames = Object.keys(queues) as JobName[];
