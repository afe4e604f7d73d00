import { expect, it } from 'vitest';
import {
  type ClaimParty,
  claimMachine,
  claimParties,
  claimStatuses,
  type ClaimTransition,
  isOpenClaim,
} from './status';

const table: Record<ClaimTransition, [from: string[], to: string, by: ClaimParty[]]> = {
  refundInFull: [['opened', 'answered', 'with_admin'], 'refunded', ['provider']],
  refundPart: [['opened'], 'answered', ['provider']],
  decline: [['opened'], 'answered', ['provider']],
  answerTimeOver: [['opened'], 'with_admin', ['system']],
  accept: [['answered'], 'accepted', ['client']],
  replyTimeOver: [['answered'], 'accepted', ['system']],
  contest: [['answered'], 'with_admin', ['client']],
  withdraw: [['opened', 'with_admin'], 'withdrawn', ['client']],
  decide: [['with_admin'], 'decided', ['admin']],
  moneyReturned: [['opened', 'answered', 'with_admin'], 'refunded', ['system']],
};

it('every transition is as the table says, and nobody else may do it from anywhere else', () => {
  expect(Object.keys(claimMachine.transitions)).toEqual(Object.keys(table));
  for (const [name, [from, to, by]] of Object.entries(table) as [ClaimTransition, (typeof table)['accept']][])
    for (const status of claimStatuses)
      for (const party of claimParties) {
        const next = claimMachine.next(status, name, party);
        expect(next.ok ? next.value : null).toBe(from.includes(status) && by.includes(party) ? to : null);
      }
});

it('a claim that is over stays so', () => {
  for (const { from } of Object.values(claimMachine.transitions))
    expect(from.every((status) => isOpenClaim(status))).toBe(true);
  expect(claimStatuses.filter((status) => !isOpenClaim(status))).toEqual([
    'refunded',
    'accepted',
    'withdrawn',
    'decided',
  ]);
});
