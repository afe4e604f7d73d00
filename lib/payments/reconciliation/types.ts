/** One check of the ledger against the payment service. */
export type Check = {
  id: string;
  /** Movements from then on were compared. */
  since: Date;
  startedAt: Date;
  finishedAt: Date;
  checked: number;
  differences: number;
};

/** What differs: a movement or a balance, net in minor units. */
export type Difference = {
  kind: 'not_booked' | 'not_there' | 'amount' | 'balance';
  /** The movement at the payment service, or the currency of a balance. */
  reference: string;
  ours: number | null;
  theirs: number | null;
  currency: string;
};
