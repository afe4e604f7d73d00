import type { AccountActor } from '@/lib/access/actor';
import { db } from '@/lib/server/db/client';
import { readPayLink } from './read-pay-link';
import { listDue, type LinkedPayment } from './repository';
import { payToken } from './token';

/** What the page of a link shows: what is to pay, that the card is being tried, or that it is paid. */
export async function loadPayLink(token: string) {
  const payment = await readPayLink(token);
  if (!payment || payment.mode === 'off_platform') return null;
  const { status } = payment;
  const state = status === 'due' || status === 'charging' ? status : isSettled(status) ? 'paid' : 'over';
  return { payment, state } as const;
}

function isSettled(status: string): boolean {
  return ['paid_held', 'delivered_held', 'claim_open', 'releasable', 'in_payout', 'transferred'].includes(
    status,
  );
}

export type DuePayment = LinkedPayment & { token: string };

/** What this client has to pay because their card was refused, each with the secret of its link. */
export async function loadDuePayments({ accountId }: Pick<AccountActor, 'accountId'>): Promise<DuePayment[]> {
  const due = await listDue(db(), accountId);
  return due.map((payment) => ({ ...payment, token: payToken(payment) }));
}
