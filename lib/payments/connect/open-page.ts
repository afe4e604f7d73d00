import { log } from '@/lib/server/log';
import { isMissing } from '@/lib/server/stripe/outcome';
import { err, ok, type Result } from '@/lib/shared/result';

/**
 * Opens a page of the payment service about a connected account. One that the service does not know any more has none
 * (`payment.serviceUnavailable`): the operator has to look.
 */
export async function openAccountPage(
  accountId: string,
  open: (accountId: string) => Promise<string>,
): Promise<Result<{ url: string }>> {
  try {
    return ok({ url: await open(accountId) });
  } catch (error) {
    if (!isMissing(error)) throw error;
    log.error({ account: accountId }, 'connected account unknown to the payment service');
    return err('payment.serviceUnavailable');
  }
}
