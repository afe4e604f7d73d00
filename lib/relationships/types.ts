/** A client as a provider's list shows it. */
export type ClientRow = { id: string; name: string };

/** A client of a provider. */
export type Client = ClientRow & {
  locale: string;
  timeZone: string | null;
  since: Date;
  /** Neither suspended nor deleted. */
  isActive: boolean;
};

/** A provider and one of its clients. */
export type Tie = { providerId: string; clientId: string };
