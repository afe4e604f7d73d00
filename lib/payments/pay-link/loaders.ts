import { readPayLink } from './read-pay-link';

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
