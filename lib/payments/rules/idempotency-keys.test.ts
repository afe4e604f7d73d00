import { expect, test } from 'vitest';
import { idempotencyKey } from '@/lib/payments/rules/idempotency-keys';

test('each call has its key, and each new attempt another', () => {
  const keys = [
    idempotencyKey.checkout('p', 1, 'a'),
    idempotencyKey.checkout('p', 2, 'a'),
    idempotencyKey.checkout('p', 2, 'b'),
    idempotencyKey.expireCheckout('cs'),
    idempotencyKey.customer('c', 'a'),
    idempotencyKey.recipient('r', 'a'),
    idempotencyKey.setup('p', 1, 'a'),
    idempotencyKey.detachCard('pm'),
    idempotencyKey.ownPayout('o'),
    idempotencyKey.capture('p'),
    idempotencyKey.cancelAuthorisation('p'),
    idempotencyKey.offSession('p', 1),
    idempotencyKey.refund('p', 1),
    idempotencyKey.transfer('p', 1),
    idempotencyKey.reversal('p', 1),
  ];
  expect(keys).toEqual([
    'co:p:1:a',
    'co:p:2:a',
    'co:p:2:b',
    'ex:cs',
    'cu:c:a',
    'ac:r:a',
    'cs:p:1:a',
    'dt:pm',
    'po:o',
    'cap:p',
    'void:p',
    'off:p:1',
    'rf:p:1',
    'tr:p:1',
    'rv:p:1',
  ]);
});
