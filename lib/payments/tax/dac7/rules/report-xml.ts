import type { TaxData } from '../../types';
import type { Quarters } from './quarters';

/** A seller of a year, with what it was credited and what was kept of it; whole units. */
export type ReportedSeller = {
  /** Unique within the operator's reports. */
  reference: string;
  data: TaxData;
  vatId: string | null;
  /** Where it is paid: the account at the payment service. */
  account: string | null;
  consideration: Quarters;
  activities: Quarters;
  fees: Quarters;
};

export type Report = {
  year: number;
  currency: string;
  operator: {
    name: string;
    address: string;
    country: string;
    vatId: string | null;
    taxNumber: string | null;
  };
  reference: string;
  at: Date;
  sellers: readonly ReportedSeller[];
};

type Attributes = Record<string, string>;

function escapeText(text: string): string {
  // Characters that no XML document may hold are left out.
  // oxlint-disable-next-line no-control-regex
  const clean = text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
  const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return clean.replaceAll(/[&<>"]/g, (sign) => named[sign] ?? sign);
}

/** An element with text or with elements. */
function tag(
  name: string,
  content: string | number | readonly string[],
  attributes: Attributes = {},
): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeText(value)}"`);
  const open = `<${name}${written.join('')}>`;
  if (Array.isArray(content)) return `${open}${content.join('')}</${name}>`;
  return `${open}${escapeText(String(content))}</${name}>`;
}

const optional = (name: string, content: string | null, attributes: Attributes = {}): string[] =>
  content === null || content === '' ? [] : [tag(name, content, attributes)];

function tin(value: string | null, issuedBy: string | null): string {
  return value === null
    ? '<dpi:TIN unknown="true"></dpi:TIN>'
    : tag('dpi:TIN', value, issuedBy === null ? {} : { issuedBy });
}

function address({ country, street, postalCode, city }: TaxData): string {
  const fix = [tag('dpi:Street', street), ...optional('dpi:PostCode', postalCode), tag('dpi:City', city)];
  return tag('dpi:Address', [tag('dpi:CountryCode', country), tag('dpi:AddressFix', fix)]);
}

function person(data: TaxData, vatId: string | null): string {
  const birth = [
    ...optional('dpi:BirthDate', data.birthDate),
    ...(data.birthPlace === null
      ? []
      : [
          tag('dpi:BirthPlace', [
            tag('dpi:City', data.birthPlace),
            tag('dpi:CountryInfo', [tag('dpi:CountryCode', data.country)]),
          ]),
        ]),
  ];
  return tag('dpi:IndSellerID', [
    tag('dpi:ResCountryCode', data.country),
    tin(data.tin, data.tinCountry),
    ...optional('dpi:VAT', vatId),
    tag('dpi:Name', [tag('dpi:FirstName', data.givenName ?? ''), tag('dpi:LastName', data.legalName)]),
    address(data),
    tag('dpi:BirthInfo', birth),
  ]);
}

function entity(data: TaxData, vatId: string | null): string {
  return tag('dpi:EntSellerID', [
    tag('dpi:ResCountryCode', data.country),
    tin(data.tin, data.tinCountry),
    ...optional('dpi:IN', data.registrationNumber, { issuedBy: data.country, INType: 'BRN' }),
    ...optional('dpi:VAT', vatId),
    tag('dpi:Name', data.legalName),
    address(data),
  ]);
}

function identity({ data, vatId, account }: ReportedSeller): string {
  const isPerson = data.kind === 'individual';
  const paidTo =
    account === null
      ? []
      : [tag('dpi:FinancialIdentifier', [tag('dpi:Identifier', account, { AccountNumberType: 'Other' })])];
  const standard = tag('dpi:Standard', [isPerson ? person(data, vatId) : entity(data, vatId), ...paidTo]);
  return tag('dpi:Identity', [tag(isPerson ? 'dpi:IndividualSeller' : 'dpi:EntitySeller', [standard])]);
}

function byQuarter(name: string, prefix: string, quarters: Quarters, attributes: Attributes): string {
  return tag(
    name,
    quarters.map((value, index) => tag(`${prefix}${index + 1}`, value, attributes)),
  );
}

function seller(reported: ReportedSeller, { currency, reference }: Report): string {
  const inCurrency = { currCode: currency };
  const services = tag('dpi:PersonalServices', [
    byQuarter('dpi:Consideration', 'dpi:ConsQ', reported.consideration, inCurrency),
    byQuarter('dpi:NumberOfActivities', 'dpi:NumbQ', reported.activities, {}),
    byQuarter('dpi:Fees', 'dpi:FeesQ', reported.fees, inCurrency),
    byQuarter('dpi:Taxes', 'dpi:TaxQ', [0, 0, 0, 0], inCurrency),
  ]);
  return tag('dpi:ReportableSeller', [
    identity(reported),
    tag('dpi:RelevantActivities', [services]),
    docSpec(`${reference}-${reported.reference}`),
  ]);
}

const docSpec = (reference: string): string =>
  tag('dpi:DocSpec', [tag('stf:DocTypeIndic', 'OECD1'), tag('stf:DocRefId', reference)]);

/**
 * The yearly report on sellers by the fields of the OECD's schema for platforms (`DPI_OECD` 1.0), which DAC7 uses
 * (Directive (EU) 2021/514). New data only; without a seller it says that there is none (DPI403). Platforms withhold no
 * taxes here. A tax office may want further fields of its own in the message's head.
 */
export function writeReport(report: Report): string {
  const { operator, year, reference, at, sellers } = report;
  const head = tag('dpi:MessageSpec', [
    ...optional('dpi:SendingEntityIN', operator.taxNumber),
    tag('dpi:TransmittingCountry', operator.country),
    tag('dpi:ReceivingCountry', operator.country),
    tag('dpi:MessageType', 'DPI'),
    tag('dpi:MessageRefId', reference),
    tag('dpi:MessageTypeIndic', sellers.length > 0 ? 'DPI401' : 'DPI403'),
    tag('dpi:ReportingPeriod', `${year}-12-31`),
    tag('dpi:Timestamp', at.toISOString()),
  ]);
  const platform = tag('dpi:PlatformOperator', [
    tag('dpi:ResCountryCode', operator.country),
    tin(operator.taxNumber, operator.country),
    ...optional('dpi:VAT', operator.vatId),
    tag('dpi:Name', operator.name),
    tag('dpi:PlatformBusinessName', operator.name),
    tag('dpi:Address', [tag('dpi:CountryCode', operator.country), tag('dpi:AddressFree', operator.address)]),
    tag('dpi:Nexus', 'RPONEX1'),
    tag('dpi:AssumedReporting', 'false'),
    docSpec(`${reference}-operator`),
  ]);
  const body = tag('dpi:DPIBody', [platform, ...sellers.map((each) => seller(each, report))]);
  const spaces = {
    'xmlns:dpi': 'urn:oecd:ties:dpi:v1',
    'xmlns:stf': 'urn:oecd:ties:dpistf:v1',
    version: '1.0',
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${tag('dpi:DPI_OECD', [head, body], spaces)}\n`;
}
