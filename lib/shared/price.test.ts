import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastCharge, parsePrice, writePrice } from './price';

describe('parsePrice', () => {
  it.each([
    ['70', 7000],
    ['70,00', 7000],
    ['70.5', 7050],
    [' 1 200,05 ', 120_005],
    ['1\u202f200', 120_000],
    ['0', 0],
    ['0,5', 50],
    ['100000', 10_000_000],
  ])('%s', (text, amount) => expect(parsePrice(text)).toEqual({ ok: true, value: amount }));

  it.each(['', '-1', '70,001', '1.200,00', '7e1', 'free', '100000.01', '9999999999', ',5'])(
    'refuses %s',
    (text) => expect(parsePrice(text)).toMatchObject({ ok: false, error: { code: 'service.priceInvalid' } }),
  );

  it.each(['0,01', '0.49', '0,1'])('refuses %s, which nobody could pay', (text) =>
    expect(parsePrice(text)).toMatchObject({ ok: false, error: { code: 'service.priceTooLow' } }),
  );

  it('reads what was written', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.constant(0), fc.integer({ min: leastCharge, max: 10_000_000 })),
        fc.constantFrom('.', ','),
        (amount, mark) => {
          expect(parsePrice(writePrice(amount, mark === '.' ? '.' : ','))).toEqual({
            ok: true,
            value: amount,
          });
        },
      ),
    );
  });
});
