import { isConstraintViolation } from '@/lib/server/db/errors';

/** Whether a note was refused because the session it names is not one of this provider with this client. */
export function isForeignSession(error: unknown): boolean {
  return isConstraintViolation(error, 'client_note_of_session');
}
