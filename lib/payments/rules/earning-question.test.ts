import { expect, test } from 'vitest';
import { readEarningQuestion } from '@/lib/payments/rules/earning-question';

test.each([
  [{}, { state: null, month: null }],
  [
    { state: 'paidOut', month: '2027-03' },
    { state: 'paidOut', month: '2027-03' },
  ],
  [
    { state: 'none', month: '2027-13' },
    { state: null, month: null },
  ],
  [
    { state: ['held'], month: ['2027-03'] },
    { state: null, month: null },
  ],
  [
    { state: '', month: '' },
    { state: null, month: null },
  ],
])('%o', (query, asked) => expect(readEarningQuestion(query)).toEqual(asked));
