/** Where a provider stands: only `published` is public; an admin suspends for a time and closes for good. */
export type PracticeStatus = 'draft' | 'published' | 'suspended' | 'closed';

/** Whether an admin keeps a provider from selling anything. */
export function isBarred(status: PracticeStatus): boolean {
  return status === 'suspended' || status === 'closed';
}

/** A practice in whose name an account acts: its own (owner), or an organisation that it manages. */
export type Practice = {
  id: string;
  kind: 'specialist' | 'organisation';
  status: PracticeStatus;
  slug: string;
  role: 'owner' | 'manager';
};

/** Who asks, read anew from the database for each request; nothing of it is ever taken from the cookie. */
export type AccountActor = {
  kind: 'account';
  accountId: string;
  sessionId: string;
  isAdmin: boolean;
  isEmailVerified: boolean;
  locale: string;
  timeZone: string | null;
  name: string;
  email: string;
  /** The practice in view: one of `practices`; null when there is none. */
  provider: Practice | null;
  /** The account's own practice first, then the organisations that it manages. */
  practices: readonly Practice[];
  /** The organisations at which the account gives sessions as a member. */
  memberOf: readonly string[];
};

/** An account with a practice in view. */
export type ProviderActor = AccountActor & { provider: Practice };

export type Actor = { kind: 'anonymous' } | AccountActor;

export const anonymous: Actor = { kind: 'anonymous' };

/** The account's own offering side, whichever practice is in view. */
export function ownPractice({ practices }: AccountActor): Practice | null {
  return practices.find(({ role }) => role === 'owner') ?? null;
}
