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
  /** The offering side of this account, if it has one. */
  provider: {
    id: string;
    kind: 'specialist' | 'organisation';
    status: 'draft' | 'published' | 'suspended';
    slug: string;
  } | null;
};

/** An account with its offering side. */
export type ProviderActor = AccountActor & { provider: NonNullable<AccountActor['provider']> };

export type Actor = { kind: 'anonymous' } | AccountActor;

export const anonymous: Actor = { kind: 'anonymous' };
