import { dataKeys } from '@/lib/server/crypto/data-keys';
import { seal, type Sealed, unseal } from '@/lib/server/crypto/sealing';
import type { NoteRecord } from './types';

type Row = Pick<NoteRecord, 'id' | 'providerId'>;

/** A note opens only as this row, and as this provider's. */
const aboutOf = ({ id, providerId }: Row) => `client_note/${id}/${providerId}`;

export function sealText(row: Row, text: string): Sealed {
  return seal(dataKeys(), text, aboutOf(row));
}

/** Throws `UnreadableError` when the text was changed or moved, or its key is gone. */
export function openText(row: Row & Sealed): string {
  return unseal(dataKeys(), row, aboutOf(row));
}
