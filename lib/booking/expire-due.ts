import { returnMoney } from '@/lib/payments/return-money';
import { inTransaction } from '@/lib/server/db/transaction';
import { changeStatus } from './change-status';
import { lockDue } from './repository';
import { tellParties } from './tell-parties';

const batch = 50;

/**
 * Writes down what time alone has decided: holds that are over, requests nobody answered. Returns how many; call it
 * until none is left. Two workers share the rows.
 */
export async function expireDue(now: Date): Promise<number> {
  return inTransaction(async (tx) => {
    const due = await lockDue(tx, now, batch);
    const by = { party: 'system' as const, accountId: null };
    for (const booking of due) {
      const isHold = booking.status === 'held';
      const data = isHold ? {} : { closedAt: now, closedBy: 'system' as const };
      await changeStatus(tx, { booking, transition: isHold ? 'holdOver' : 'answerTimeOver', by, now, data });
      await returnMoney(tx, { bookingId: booking.id, cause: isHold ? 'holdOver' : 'unanswered', now });
      if (!isHold) await tellParties(tx, booking.id, 'unanswered');
    }
    return due.length;
  });
}
