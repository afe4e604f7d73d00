import { expect, test } from 'vitest';
import { type Report, type ReportedSeller, writeReport } from './report-xml';

const person: ReportedSeller = {
  reference: 'p1',
  data: {
    kind: 'individual',
    givenName: 'Claire',
    legalName: 'Fontaine & Cie <x>',
    street: '12 rue des Lilas',
    postalCode: '75011',
    city: 'Paris',
    country: 'FR',
    birthDate: '1985-04-12',
    birthPlace: null,
    registrationNumber: null,
    tin: '3023217600053',
    tinCountry: 'FR',
  },
  vatId: 'FR40303265045',
  account: 'acct_1',
  consideration: [99, 0, 0, 12],
  activities: [1, 0, 0, 1],
  fees: [21, 0, 0, 3],
};
const report: Report = {
  year: 2027,
  currency: 'EUR',
  operator: {
    name: 'Consilia',
    address: 'Lindenallee 7, 10115 Berlin',
    country: 'DE',
    vatId: 'DE812345678',
    taxNumber: null,
  },
  reference: 'DE2027-1',
  at: new Date('2028-01-20T10:00:00Z'),
  sellers: [person],
};

test('a person is told with name, birth, tax number and quarters', () => {
  const xml = writeReport(report);
  expect(xml).toContain(
    '<dpi:Name><dpi:FirstName>Claire</dpi:FirstName><dpi:LastName>Fontaine &amp; Cie &lt;x&gt;</dpi:LastName></dpi:Name>',
  );
  expect(xml).toContain('<dpi:TIN issuedBy="FR">3023217600053</dpi:TIN><dpi:VAT>FR40303265045</dpi:VAT>');
  expect(xml).toContain('<dpi:BirthInfo><dpi:BirthDate>1985-04-12</dpi:BirthDate></dpi:BirthInfo>');
  expect(xml).toContain('<dpi:ConsQ1 currCode="EUR">99</dpi:ConsQ1>');
  expect(xml).toContain('<dpi:NumbQ4>1</dpi:NumbQ4>');
  expect(xml).toContain('<dpi:FeesQ4 currCode="EUR">3</dpi:FeesQ4>');
  expect(xml).toContain('<dpi:MessageTypeIndic>DPI401</dpi:MessageTypeIndic>');
  expect(xml).toContain('<dpi:ReportingPeriod>2027-12-31</dpi:ReportingPeriod>');
});

test('a person without a tax number is told with the place of birth', () => {
  const data = { ...person.data, tin: null, tinCountry: null, birthPlace: 'Lyon' };
  const xml = writeReport({ ...report, sellers: [{ ...person, data }] });
  expect(xml).toContain('<dpi:TIN unknown="true"></dpi:TIN>');
  expect(xml).toContain('<dpi:BirthPlace><dpi:City>Lyon</dpi:City>');
});

test('an entity is told with its number in the register', () => {
  const data = {
    ...person.data,
    kind: 'entity' as const,
    givenName: null,
    birthDate: null,
    registrationNumber: 'HRB 1234',
  };
  const xml = writeReport({ ...report, sellers: [{ ...person, data }] });
  expect(xml).toContain('<dpi:IN issuedBy="FR" INType="BRN">HRB 1234</dpi:IN>');
  expect(xml).toContain('<dpi:EntitySeller>');
  expect(xml).not.toContain('BirthInfo');
});

test('a year without sellers says so', () => {
  const xml = writeReport({ ...report, sellers: [] });
  expect(xml).toContain('<dpi:MessageTypeIndic>DPI403</dpi:MessageTypeIndic>');
  expect(xml).not.toContain('ReportableSeller');
});

test('every element is closed, whatever people wrote', () => {
  const data = { ...person.data, street: '</dpi:Street>\u0001"&', city: "L'Isle" };
  const xml = writeReport({ ...report, sellers: [{ ...person, data }] });
  const open: string[] = [];
  for (const [, close, name] of xml.matchAll(/<(\/?)([\w:]+)[^>]*>/g)) {
    if (close) expect(open.pop()).toBe(name);
    else open.push(name ?? '');
  }
  expect(open).toEqual([]);
  expect(xml).toContain('&lt;/dpi:Street&gt;&quot;&amp;');
});
