import { describe, expect, test } from 'vitest';
import type { TaxData } from '../types';
import { checkTaxData, writeTin } from './tax-data';

const person: TaxData = {
  kind: 'individual',
  givenName: 'Claire',
  legalName: 'Fontaine',
  street: '12 rue des Lilas',
  postalCode: '75011',
  city: 'Paris',
  country: 'FR',
  birthDate: '1985-04-12',
  birthPlace: null,
  registrationNumber: null,
  tin: '30 23 217 600 053',
  tinCountry: 'FR',
};
const entity: TaxData = {
  ...person,
  kind: 'entity',
  givenName: null,
  birthDate: null,
  registrationNumber: 'HRB 1234',
};
const today = '2027-03-10';

describe('tax data', () => {
  test('is taken in one form', () => {
    expect(checkTaxData(person, today)).toMatchObject({ ok: true, value: { tin: '3023217600053' } });
    expect(checkTaxData(entity, today)).toMatchObject({
      ok: true,
      value: { registrationNumber: 'HRB 1234' },
    });
  });

  test('leaves out what does not belong to its kind', () => {
    const both = { birthDate: '1985-04-12', birthPlace: 'Lyon', registrationNumber: 'HRB 1' };
    expect(checkTaxData({ ...entity, ...both }, today)).toMatchObject({
      value: { birthDate: null, birthPlace: null, registrationNumber: 'HRB 1' },
    });
    expect(checkTaxData({ ...person, ...both }, today)).toMatchObject({
      value: { registrationNumber: null },
    });
  });

  test('of a person without a tax number has the place of birth', () => {
    const none = { tin: null, tinCountry: 'FR' };
    expect(checkTaxData({ ...person, ...none, birthPlace: 'Lyon' }, today)).toMatchObject({
      value: { tin: null, tinCountry: null, birthPlace: 'Lyon' },
    });
    expect(checkTaxData({ ...person, ...none }, today)).toMatchObject({
      error: { fields: { tin: 'common.required' } },
    });
    expect(checkTaxData({ ...entity, ...none, birthPlace: 'Lyon' }, today)).toMatchObject({
      error: { fields: { tin: 'common.required' } },
    });
  });

  test.each([
    [person, { givenName: null }, { givenName: 'common.required' }],
    [person, { birthDate: null }, { birthDate: 'common.required' }],
    [person, { birthDate: '1985-02-30' }, { birthDate: 'common.invalidDate' }],
    [person, { birthDate: '1899-12-31' }, { birthDate: 'common.invalidDate' }],
    [person, { birthDate: '2011-03-11' }, { birthDate: 'common.invalidDate' }],
    [person, { tin: 'abc' }, { tin: 'tax.tinInvalid' }],
    [person, { tin: 'ABCDEF' }, { tin: 'tax.tinInvalid' }],
    [person, { tin: '1'.repeat(21) }, { tin: 'tax.tinInvalid' }],
    [person, { tinCountry: null }, { tinCountry: 'common.required' }],
    [entity, { registrationNumber: null }, { registrationNumber: 'common.required' }],
  ] as const)('is refused: %#', (whole, change, fields) => {
    expect(checkTaxData({ ...whole, ...change }, today)).toMatchObject({ ok: false, error: { fields } });
  });

  test('takes whoever is sixteen today', () => {
    expect(checkTaxData({ ...person, birthDate: '2011-03-10' }, today)).toMatchObject({ ok: true });
  });
});

test('a tax number is written without the signs that group it', () => {
  expect(writeTin(' 12/345.678-9\u202f0 ab')).toBe('1234567890AB');
});
