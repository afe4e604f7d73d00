import { type AccountActor, type Actor, ownPractice } from './actor';

type ClientOfProvider = { clientId: string; providerId: string };
/** The specialist gives the session: the provider itself, or a member of the organisation. */
type BookingParties = ClientOfProvider & { specialistId: string };
/** The hours of one specialist in one practice. */
type Post = { providerId: string; specialistId: string };
type Owned = { providerId: string };
type OfClient = { clientId: string };
/** An event and the specialist or organisation whose time it takes. */
type Hosted = { providerId: string; hostId: string };
type OwnedByAccount = { accountId: string };

type Subjects = {
  'account:manage': OwnedByAccount;
  'provider:register': null;
  'provider:manage': Owned;
  'provider:own': Owned;
  'hours:manage': Post;
  'payment:record': Owned;
  'payment:refund': null;
  'payment:giveBack': ClientOfProvider;
  'payment:writeOff': Owned;
  'booking:hold': Owned;
  'booking:view': BookingParties;
  'booking:viewAsProvider': BookingParties;
  'booking:extendHold': BookingParties;
  'booking:pay': BookingParties;
  'booking:withdraw': BookingParties;
  'booking:withdrawContract': BookingParties;
  'booking:cancelAsClient': BookingParties;
  'booking:cancelAsProvider': BookingParties;
  'booking:reschedule': BookingParties;
  'booking:accept': BookingParties;
  'booking:reject': BookingParties;
  'booking:attend': BookingParties;
  'booking:markOutcome': BookingParties;
  'booking:correctOutcome': BookingParties;
  'booking:propose': ClientOfProvider;
  'booking:declineProposal': BookingParties;
  'booking:withdrawProposal': BookingParties;
  'waiting:leave': OfClient;
  'client:view': ClientOfProvider;
  'note:keep': ClientOfProvider;
  'event:view': Hosted;
  'event:manage': Owned;
  'event:cancel': Owned;
  'event:host': Owned;
  'event:attend': ClientOfProvider;
  'seat:take': Owned;
  'seat:view': OfClient;
  'seat:pay': OfClient;
  'seat:cancel': OfClient;
  'seat:withdrawContract': OfClient;
  'document:view': { providerId: string; clientId: string | null };
  'provider:checkVatId': null;
  'tax:report': null;
  'provider:raisePlaces': null;
  'claim:open': OfClient;
  'claim:view': BookingParties;
  'claim:viewAsProvider': BookingParties;
  'claim:answer': Owned;
  'claim:reply': OfClient;
  'claim:write': ClientOfProvider;
  'claim:decide': ClientOfProvider;
  'claim:list': null;
  'provider:measure': Owned;
  'plan:edit': null;
};

export type Permission = keyof Subjects;
export type Subject<P extends Permission> = Subjects[P];
type Rule<S> = (actor: AccountActor, subject: S) => boolean;

const isClient: Rule<OfClient> = (actor, booking) => booking.clientId === actor.accountId;
/** Acts for the practice, and has it in view: what is changed or read is always what is shown. */
const isInView: Rule<Owned> = (actor, subject) => subject.providerId === actor.provider?.id;
/** The owner of the practice, with it in view. */
const isOwner: Rule<Owned> = (actor, subject) => isInView(actor, subject) && actor.provider?.role === 'owner';
/** Acts for the practice as its owner or manager, whichever practice is in view: a link in a mail leads there. */
const actsFor: Rule<Owned> = (actor, { providerId }) => actor.practices.some(({ id }) => id === providerId);
/** Gives the session as a member, for as long as one is. */
const isMember: Rule<Post> = (actor, { providerId, specialistId }) =>
  actor.memberOf.includes(providerId) && ownPractice(actor)?.id === specialistId;
const isProvider: Rule<BookingParties> = (actor, booking) =>
  actsFor(actor, booking) || isMember(actor, booking);
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
  'provider:register': (actor) => actor.isEmailVerified && ownPractice(actor) === null,
  /** Profile, services, availability and members are for owner and managers, publishing included; address verified. */
  'provider:manage': (actor, subject) => actor.isEmailVerified && isInView(actor, subject),
  /** Plan, earnings, documents, tax details, the connected account and who sells are the owner's alone, and so are the managers. */
  'provider:own': (actor, subject) => actor.isEmailVerified && isOwner(actor, subject),
  /** Hours of anybody by owner and managers, a member's at the organisation by the member too. */
  'hours:manage': (actor, post) => actor.isEmailVerified && (isInView(actor, post) || isMember(actor, post)),
  /** Amounts paid outside the platform are recorded by owner and managers. */
  'payment:record': actsFor,
  /** The operator's view of all money is an admin's, and so is what the operator takes. */
  'payment:refund': (actor) => actor.isAdmin,
  /** An admin gives back by hand; never what they paid themselves, or where they work. */
  'payment:giveBack': (actor, payment) => isUninvolved(actor, payment),
  /** An admin gives up what a provider owes; never where they work. */
  'payment:writeOff': (actor, { providerId }) => actor.isAdmin && !worksAt(actor, providerId),
  /** Holding a time needs a verified address and a confirmed zone; nobody books where one works. */
  'booking:hold': (actor, subject) =>
    actor.isEmailVerified && actor.timeZone !== null && !worksAt(actor, subject.providerId),
  'booking:view': isParty,
  /** The session as owner, managers and the member who gives it see it. */
  'booking:viewAsProvider': isProvider,
  'booking:extendHold': isClient,
  'booking:pay': isClient,
  'booking:withdraw': isClient,
  /** The right of withdrawal is of whoever made the contract. */
  'booking:withdrawContract': isClient,
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
    actor.isEmailVerified && isInView(actor, parties) && !isClient(actor, parties),
  'booking:declineProposal': isClient,
  'booking:withdrawProposal': isProvider,
  /** Whoever waits for a place stops waiting. */
  'waiting:leave': isClient,
  /** The file of a client is its provider's. */
  'client:view': isInView,
  /** Private notes are for the practice that wrote them: not for the client, and not for an admin. */
  'note:keep': (actor, parties) => actor.isEmailVerified && isInView(actor, parties),
  /** An event with the list of who comes is seen by whoever acts for its provider, and by the member who holds it. */
  'event:view': (actor, { providerId, hostId }) =>
    actsFor(actor, { providerId }) || isMember(actor, { providerId, specialistId: hostId }),
  /** Events are their provider's to write, publish and change; address verified. */
  'event:manage': (actor, event) => actor.isEmailVerified && isInView(actor, event),
  'event:cancel': actsFor,
  /**
   * The specialist whose time an event takes holds it; of an organisation whoever acts for it. Also who has a seat
   * there.
   */
  'event:host': actsFor,
  /** The host and those who have a seat come to an event, each for oneself. */
  'event:attend': (actor, parties) => isClient(actor, parties) || actsFor(actor, parties),
  /** A seat needs what holding a time needs; nobody takes one where they work. */
  'seat:take': (actor, event) =>
    actor.isEmailVerified && actor.timeZone !== null && !worksAt(actor, event.providerId),
  /** A seat is its client's; the provider has the list of participants. */
  'seat:view': isClient,
  'seat:pay': isClient,
  'seat:cancel': isClient,
  'seat:withdrawContract': isClient,
  /**
   * Invoices and credit notes are the owner's of whom they are for, receipts their client's too: whichever practice is in
   * view.
   */
  'document:view': (actor, { providerId, clientId }) =>
    clientId === actor.accountId ||
    actor.practices.some(({ id, role }) => id === providerId && role === 'owner'),
  /** Whether a VAT id exists is looked up, and the sellers of a year are reported, by admins. */
  'provider:checkVatId': (actor) => actor.isAdmin,
  'tax:report': (actor) => actor.isAdmin,
  /** How many may come to a provider's events is raised by an admin. */
  'provider:raisePlaces': (actor) => actor.isAdmin,
  /** Whoever booked complains. */
  'claim:open': isClient,
  /** A claim is read by both sides, by the member who gave the session too, and by admins. */
  'claim:view': (actor, claim) => isParty(actor, claim) || actor.isAdmin,
  'claim:viewAsProvider': isProvider,
  /** The provider answers: of an organisation its owner and managers, not the member. */
  'claim:answer': actsFor,
  /** The client says whether it is solved. */
  'claim:reply': isClient,
  /** Those who answer and reply write to each other, and so do admins. */
  'claim:write': (actor, claim) =>
    isClient(actor, claim) || actsFor(actor, claim) || isUninvolved(actor, claim),
  /** An admin decides, and notes what admins should know; never in a claim of their own. */
  'claim:decide': (actor, claim) => isUninvolved(actor, claim),
  'claim:list': (actor) => actor.isAdmin,
  /** An admin warns, suspends or closes a provider's account; never where they work. */
  'provider:measure': (actor, { providerId }) => actor.isAdmin && !worksAt(actor, providerId),
  /** Plans, their terms and the minimum prices are the operator's. */
  'plan:edit': (actor) => actor.isAdmin,
};

/** An admin who is no party. */
function isUninvolved(actor: AccountActor, parties: ClientOfProvider): boolean {
  return actor.isAdmin && !isClient(actor, parties) && !worksAt(actor, parties.providerId);
}

/** Whether the account offers sessions in this practice, or acts for it. */
export function worksAt(actor: AccountActor, providerId: string): boolean {
  return actsFor(actor, { providerId }) || actor.memberOf.includes(providerId);
}

/** Whether the actor may; anonymous visitors may do nothing that the table holds. */
export function can<P extends Permission>(
  actor: Actor,
  permission: P,
  subject: Subject<P>,
): actor is AccountActor {
  return actor.kind === 'account' && policy[permission](actor, subject);
}
