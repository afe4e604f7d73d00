/** A note as it lies in the database. */
export type NoteRecord = {
  id: string;
  providerId: string;
  clientId: string;
  bookingId: string | null;
  keyId: string;
  sealed: Uint8Array<ArrayBuffer>;
  version: number;
  createdAt: Date;
  changedAt: Date | null;
  deletedAt: Date | null;
};

/** A note as its author reads it. */
export type NoteView = Pick<
  NoteRecord,
  'id' | 'bookingId' | 'version' | 'createdAt' | 'changedAt' | 'deletedAt'
> & {
  /** Null: its key is missing, or it was damaged. */
  text: string | null;
};
