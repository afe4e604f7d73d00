import type { Words } from '@/lib/i18n/worker';
import type { FrozenDocument, ReceiptData } from '../types';
import { linesOf, type Formats } from './formats';
import { type Fact, Paper } from './paper';

type Receipt = Extract<FrozenDocument, { kind: 'receipt' }>;

/** The provider's receipt for its client; the platform only writes it. */
export async function renderReceipt(
  document: Receipt,
  { t }: Words,
  formats: Formats,
): Promise<Uint8Array<ArrayBuffer>> {
  const { data, label, locale, issuedAt } = document;
  const { seller } = data;
  const title = t('documents.receipt.title');
  const paper = new Paper({ title: `${title} ${label}`, author: seller.name, locale, at: issuedAt });
  paper.head(title, [
    { label: t('documents.number'), value: label },
    { label: t('documents.issued'), value: formats.date(issuedAt) },
    { label: t('documents.receipt.paidOn'), value: formats.date(new Date(data.paidAt)) },
  ]);
  paper.parties([
    {
      label: t('documents.from'),
      lines: [
        seller.name,
        ...linesOf(seller.address),
        ...(seller.vatId === null ? [] : [`${t('documents.vatId')} ${seller.vatId}`]),
      ],
    },
    { label: t('documents.to'), lines: [data.clientName] },
  ]);
  const cause = data.cause === null ? {} : { note: t(`documents.receipt.cause.${data.cause}`) };
  paper.table(
    [
      { head: t('documents.receipt.columns.service'), width: 0.78 },
      { head: t('documents.receipt.columns.price'), width: 0.22, align: 'right' },
    ],
    [{ cells: [`${data.title}\n${formats.span(data)}`, formats.money(data.price)], ...cause }],
  );
  paper.totals(totalsOf(data, t, formats));
  for (const note of notesOf(data, t)) paper.note(note);
  return paper.finish((page, pages) => [
    `${seller.name} · ${label} · ${t('documents.receipt.writtenBy', { operator: data.operator })}`,
    t('documents.page', { page, pages }),
  ]);
}

function totalsOf(data: ReceiptData, t: Words['t'], formats: Formats): Fact[] {
  const { refunds, net, vat, vatBps, paid, paidDirectly } = data;
  const parts =
    data.vatRegime === 'standard'
      ? [
          { label: t('documents.net'), value: formats.money(net) },
          {
            label: t('documents.receipt.vatIncluded', { rate: formats.percent(vatBps) }),
            value: formats.money(vat),
          },
        ]
      : [];
  const given = refunds.map(({ amount, at }) => ({
    label: t('documents.receipt.refunded', { date: formats.date(new Date(at)) }),
    value: formats.money(-amount),
  }));
  const paidLines = [
    ...(paid > 0 ? [{ label: t('documents.receipt.paidByCard'), value: formats.money(paid) }] : []),
    ...(paidDirectly > 0
      ? [{ label: t('documents.receipt.paidDirectly'), value: formats.money(paidDirectly) }]
      : []),
  ];
  const [only, ...more] = paidLines;
  if (only && more.length === 0 && given.length === 0) return [...parts, only];
  const label = given.length > 0 ? t('documents.receipt.kept') : t('documents.receipt.paidInAll');
  return [...parts, ...paidLines, ...given, { label, value: formats.money(net + vat) }];
}

function notesOf(data: ReceiptData, t: Words['t']): string[] {
  const own = data.vatNote === null || data.vatNote === '' ? [] : [data.vatNote];
  const words = {
    standard: [],
    exempt: own.length > 0 ? own : [t('documents.receipt.exempt')],
    small_business: [t('documents.receipt.smallBusiness'), ...own],
  }[data.vatRegime];
  return [
    ...words,
    ...(data.replaces === null ? [] : [t('documents.receipt.replaces', { number: data.replaces })]),
  ];
}
