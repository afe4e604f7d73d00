import type { AccountActor, Actor } from './actor';

type BookingParties = { clientId: string; providerId: string };
type Owned = { providerId: string };
type OfClient = { clientId: string };
type OwnedByAccount = { accountId: string };

type Subjects = {
  'account:manage': OwnedByAccount;
  'provider:register': null;
  'provider:manage': Owned;
  'booking:hold': Owned;
  'booking:view': BookingParties;
  'booking:extendHold': BookingParties;
  'booking:pay': BookingParties;
  'booking:withdraw': BookingParties;
  'booking:cancelAsClient': BookingParties;
  'booking:cancelAsProvider': BookingParties;
  'booking:reschedule': BookingParties;
  'booking:accept': BookingParties;
  'booking:reject': BookingParties;
  'booking:attend': BookingParties;
  'booking:markOutcome': BookingParties;
  'booking:correctOutcome': BookingParties;
  'booking:propose': BookingParties;
  'booking:declineProposal': BookingParties;
  'booking:withdrawProposal': BookingParties;
  'waiting:leave': OfClient;
  'client:view': BookingParties;
  'note:keep': BookingParties;
  'event:manage': Owned;
  'event:cancel': Owned;
  'event:attend': BookingParties;
  'seat:take': Owned;
  'seat:view': BookingParties;
  'seat:pay': BookingParties;
  'seat:cancel': BookingParties;
  'provider:raisePlaces': null;
};

export type Permission = keyof Subjects;
export type Subject<P extends Permission> = Subjects[P];
type Rule<S> = (actor: AccountActor, subject: S) => boolean;

const isClient: Rule<OfClient> = (actor, booking) => booking.clientId === actor.accountId;
const isProvider: Rule<Owned> = (actor, subject) => subject.providerId === actor.provider?.id;
const isParty: Rule<BookingParties> = (actor, booking) =>
  isClient(actor, booking) || isProvider(actor, booking);

/**
 * Who may do what, and only here. What the table does not allow is refused; nobody who is not signed in may do
 * anything in it. A refusal is answered like something that does not exist.
 */
export const policy: { readonly [P in Permission]: Rule<Subjects[P]> } = {
  /** Own settings, own sessions. */
  'account:manage': (actor, account) => account.accountId === actor.accountId,
  /** An account that offers nothing yet may turn into a provider; who sells can be reached by a verified address. */
  'provider:register': (actor) => actor.isEmailVerified && actor.provider === null,
  /** Profile, services, availability, earnings and plan are their provider's, publishing included; address verified. */
  'provider:manage': (actor, subject) => actor.isEmailVerified && isProvider(actor, subject),
  /** Holding a time needs a verified address and a confirmed zone; nobody books with oneself. */
  'booking:hold': (actor, subject) =>
    actor.isEmailVerified && actor.timeZone !== null && !isProvider(actor, subject),
  'booking:view': isParty,
  'booking:extendHold': isClient,
  'booking:pay': isClient,
  'booking:withdraw': isClient,
  'booking:cancelAsClient': isClient,
  'booking:cancelAsProvider': isProvider,
  /** Either side proposes another time, and the other one answers. */
  'booking:reschedule': isParty,
  'booking:accept': isProvider,
  'booking:reject': isProvider,
  /** Attendance is written by those who meet, each for oneself. */
  'booking:attend': isParty,
  /** What became of a session is said, and corrected, by whoever held it; the client claims instead. */
  'booking:markOutcome': isProvider,
  'booking:correctOutcome': isProvider,
  /** A provider proposes sessions to others; that they are clients is seen to by the tie of the two. */
  'booking:propose': (actor, parties) =>
    actor.isEmailVerified && isProvider(actor, parties) && !isClient(actor, parties),
  'booking:declineProposal': isClient,
  'booking:withdrawProposal': isProvider,
  /** Whoever waits for a place stops waiting. */
  'waiting:leave': isClient,
  /** The file of a client is its provider's. */
  'client:view': isProvider,
  /** Private notes are for whoever wrote them: not for the client, and not for an admin. */
  'note:keep': (actor, parties) => actor.isEmailVerified && isProvider(actor, parties),
  /** Events are their provider's, with the list of who comes; address verified. */
  'event:manage': (actor, event) => actor.isEmailVerified && isProvider(actor, event),
  'event:cancel': isProvider,
  /** The host and those who have a seat come to an event, each for oneself. */
  'event:attend': isParty,
  /** A seat needs what holding a time needs; nobody takes one in their own event. */
  'seat:take': (actor, event) =>
    actor.isEmailVerified && actor.timeZone !== null && !isProvider(actor, event),
  /** A seat is its client's; the provider has the list of participants. */
  'seat:view': isClient,
  'seat:pay': isClient,
  'seat:cancel': isClient,
  /** How many may come to a provider's events is raised by an admin. */
  'provider:raisePlaces': (actor) => actor.isAdmin,
};

/** Whether the actor may; anonymous visitors may do nothing that the table holds. */
export function can<P extends Permission>(
  actor: Actor,
  permission: P,
  subject: Subject<P>,
): actor is AccountActor {
  return actor.kind === 'account' && policy[permission](actor, subject);
}
