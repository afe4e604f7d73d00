import { describe, expect, it } from 'vitest';
import { checkReverseCharge } from '@/lib/profiles/rules/vat-id';

describe('checkReverseCharge', () => {
  it.each([
    ['ATU12345678', 'ATU12345678'],
    ['BE 0123.456.789', 'BE0123456789'],
    ['CY12345678X', 'CY12345678X'],
    ['el 123 456 789', 'EL123456789'],
    ['ESX1234567X', 'ESX1234567X'],
    ['ES12345678Z', 'ES12345678Z'],
    ['fr 40-303265045', 'FR40303265045'],
    ['FRK7399859412', 'FRK7399859412'],
    ['IE6388047V', 'IE6388047V'],
    ['IE1234567FA', 'IE1234567FA'],
    ['IE8Z49289F', 'IE8Z49289F'],
    ['NL123456789B01', 'NL123456789B01'],
    ['RO12', 'RO12'],
    ['SE123456789001', 'SE123456789001'],
  ])('%s', (typed, written) => expect(checkReverseCharge(typed, 'DE')).toEqual({ ok: true, value: written }));

  it.each([
    '',
    'x',
    'FR',
    'FR1234567890',
    'FRO1303265045',
    'ATU1234567',
    'AT12345678',
    'NL123456789A01',
    'GB123456789',
    'XI123456789',
    'CHE123456789',
    'US123456789',
    'GR123456789',
    'ES123456789',
    'constructor',
  ])('%j is the id of no EU business', (typed) =>
    expect(checkReverseCharge(typed, 'DE')).toMatchObject({ error: { code: 'provider.vatIdInvalid' } }),
  );

  it.each([
    ['DE123456789', 'DE'],
    ['EL123456789', 'GR'],
    ['FR40303265045', 'FR'],
  ])('%s is of the operator’s own country %s', (typed, country) =>
    expect(checkReverseCharge(typed, country)).toMatchObject({ error: { code: 'provider.vatIdOwnCountry' } }),
  );
});
