import { isWithinLimit } from '@/lib/server/rate-limit';
import { hashToken } from '@/lib/server/session/token';

/**
 * Whether one more mail may be asked for with this address: 3 an hour and purpose, whoever asks and whether it has an
 * account. Beyond that the answer stays the same and no mail is sent.
 */
export function mayMail(purpose: 'verify' | 'reset', email: string): Promise<boolean> {
  return isWithinLimit(`mail/${purpose}/${hashToken(email)}`, 3, 3600);
}
