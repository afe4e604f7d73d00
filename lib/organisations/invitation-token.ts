import { createHmac } from 'node:crypto';
import { env } from '@/lib/server/env';

/**
 * The secret in an invitation's link, 256 bits. It is derived from the row's id and AUTH_SECRET when the mail is written,
 * so that neither the outbox nor the table (which keeps its hash) ever holds it.
 */
export function invitationToken(invitationId: string): string {
  return createHmac('sha256', env().AUTH_SECRET)
    .update(`member-invitation:${invitationId}`)
    .digest('base64url');
}
