import type { Words } from '@/lib/i18n/worker';
import type { CommissionData, CommissionLine, FrozenDocument } from '../types';
import { linesOf, type Formats } from './formats';
import { type Fact, Paper } from './paper';

type Commission = Extract<FrozenDocument, { kind: 'commission_invoice' | 'credit_note' }>;

/** The operator's invoice on a month of commission, or the note that credits what was given back later. */
export async function renderCommission(
  document: Commission,
  { t }: Words,
  formats: Formats,
): Promise<Uint8Array<ArrayBuffer>> {
  const { data, label, kind, locale, issuedAt } = document;
  const { operator, recipient } = data;
  const title = t(`documents.commission.title.${kind}`);
  const paper = new Paper({ title: `${title} ${label}`, author: operator.name, locale, at: issuedAt });
  paper.head(title, [
    { label: t('documents.number'), value: label },
    { label: t('documents.issued'), value: formats.date(issuedAt) },
    { label: t('documents.commission.month'), value: formats.month(data.month) },
  ]);
  paper.parties([
    { label: t('documents.from'), lines: partyLines(operator, t('documents.vatId')) },
    { label: t('documents.to'), lines: partyLines(recipient, t('documents.vatId')) },
  ]);
  paper.table(
    [
      { head: t('documents.commission.columns.session'), width: 0.4 },
      { head: t('documents.commission.columns.price'), width: 0.15, align: 'right' },
      { head: t('documents.commission.columns.rate'), width: 0.11, align: 'right' },
      { head: t('documents.commission.columns.commission'), width: 0.18, align: 'right' },
      { head: t('documents.commission.columns.vat'), width: 0.16, align: 'right' },
    ],
    data.lines.map((line) => ({
      cells: cellsOf(line, formats, t('documents.commission.reverseShort')),
      note: [
        t('documents.commission.reference', { reference: line.reference }),
        ...(line.commission < 0 ? [t('documents.commission.givenBack')] : []),
        ...(line.refersTo === null ? [] : [t('documents.commission.corrects', { number: line.refersTo })]),
      ].join(' · '),
    })),
  );
  paper.totals(totalsOf(data, t, formats));
  for (const note of notesOf(document, t, formats)) paper.note(note);
  return paper.finish((page, pages) => [`${operator.name} · ${label}`, t('documents.page', { page, pages })]);
}

function partyLines(party: CommissionData['operator'], vatIdLabel: string): string[] {
  return [
    party.name,
    ...linesOf(party.address),
    ...(party.vatId === null ? [] : [`${vatIdLabel} ${party.vatId}`]),
  ];
}

function cellsOf(line: CommissionLine, formats: Formats, reverse: string): string[] {
  return [
    `${formats.date(new Date(line.startsAt))}\n${line.title}`,
    formats.money(line.price),
    formats.percent(line.commissionBps),
    formats.money(line.commission),
    line.isReverseCharge ? reverse : formats.money(line.vat),
  ];
}

function totalsOf({ groups, net, gross }: CommissionData, t: Words['t'], formats: Formats): Fact[] {
  return [
    { label: t('documents.net'), value: formats.money(net) },
    ...groups.map((group) =>
      group.isReverseCharge
        ? { label: t('documents.commission.reverseTotal'), value: formats.money(0) }
        : {
            label: t('documents.vatOf', {
              rate: formats.percent(group.vatBps),
              net: formats.money(group.net),
            }),
            value: formats.money(group.vat),
          },
    ),
    { label: t('documents.total'), value: formats.money(gross) },
  ];
}

function notesOf({ kind, data }: Commission, t: Words['t'], formats: Formats): string[] {
  const reverse = data.groups.some((group) => group.isReverseCharge);
  const { due, gross } = data;
  const withheld = gross - due;
  const amounts = { due: formats.money(due), withheld: formats.money(withheld) };
  const settled =
    kind === 'credit_note'
      ? t('documents.commission.credited')
      : due === 0
        ? t('documents.commission.withheld')
        : withheld > 0
          ? t('documents.commission.due', amounts)
          : t('documents.commission.dueOnly', { due: amounts.due });
  return [
    settled,
    ...(reverse ? [t('documents.commission.reverseCharge')] : []),
    t('documents.commission.zone', { zone: formats.place(data.zone) }),
  ];
}
