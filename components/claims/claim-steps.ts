import type { ClaimMessageView, ClaimView } from '@/lib/claims/types';

/** What happened in a claim, beside what was written: each at its time. */
export type ClaimStep =
  | { kind: 'message'; at: Date; message: ClaimMessageView; headline: Headline }
  | { kind: 'frozen' | 'escalatedBySilence' | 'accepted' | 'withdrawn' | 'moneyReturned'; at: Date };

export type Headline =
  | 'opened'
  | 'answeredFull'
  | 'answeredPart'
  | 'declined'
  | 'contested'
  | 'wrote'
  | 'decidedRefund'
  | 'decidedRelease'
  | 'noted';

/** The story of a claim, oldest first. */
export function stepsOf(claim: ClaimView): ClaimStep[] {
  const { frozenAt, escalatedAt, answeredAt, closedAt, status, messages } = claim;
  const steps: ClaimStep[] = messages.map((message) => ({
    kind: 'message',
    at: message.at,
    message,
    headline: headlineOf(claim, message),
  }));
  if (frozenAt) steps.push({ kind: 'frozen', at: frozenAt });
  if (escalatedAt && !answeredAt) steps.push({ kind: 'escalatedBySilence', at: escalatedAt });
  const endedByAnswer = messages.some(({ kind, at }) => kind === 'answer' && +at === +(closedAt ?? 0));
  if (closedAt && (status === 'accepted' || status === 'withdrawn'))
    steps.push({ kind: status, at: closedAt });
  if (closedAt && status === 'refunded' && !endedByAnswer)
    steps.push({ kind: 'moneyReturned', at: closedAt });
  return steps.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/**
 * What was frozen when the claim was made: what is left of it now and what it has given back since; what is still on its
 * way back counts once. Where everything went back by another rule it was what had been paid.
 */
export function frozenAmount(
  { refundAmount, answeredAmount, money }: Pick<ClaimView, 'refundAmount' | 'answeredAmount' | 'money'>,
  left: number,
): number {
  const frozen = left + (refundAmount ?? answeredAmount ?? 0);
  const shown = Math.min(frozen, money?.amount ?? frozen);
  return shown === 0 ? (money?.paid ?? 0) : shown;
}

function headlineOf(claim: ClaimView, { kind, party, at }: ClaimMessageView): Headline {
  if (kind === 'opening') return 'opened';
  if (kind === 'note') return 'noted';
  if (kind === 'decision')
    return (claim.refundAmount ?? 0) > (claim.answeredAmount ?? 0) ? 'decidedRefund' : 'decidedRelease';
  if (kind === 'answer') {
    if (claim.status === 'refunded' && +at === +(claim.closedAt ?? 0)) return 'answeredFull';
    return claim.answeredAmount ? 'answeredPart' : 'declined';
  }
  return party === 'client' && +at === +(claim.escalatedAt ?? 0) ? 'contested' : 'wrote';
}
