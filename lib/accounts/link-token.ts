import { createHmac } from 'node:crypto';
import { env } from '@/lib/server/env';

/**
 * The secret in an e-mailed link. It is derived from the row's id and AUTH_SECRET when the mail is written, so
 * that neither the outbox nor the token table (which keeps its hash) ever holds it.
 */
export function linkToken(tokenId: string): string {
  return createHmac('sha256', env().AUTH_SECRET).update(`account-link:${tokenId}`).digest('base64url');
}
