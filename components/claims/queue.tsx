import { Timer, TriangleAlert } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useHref } from '@/components/layout/use-href';
import { Icon } from '@/components/ui/icon';
import { formatMoney } from '@/components/ui/money-format';
import { Progress } from '@/components/ui/progress';
import { TabLinks } from '@/components/ui/tab-links';
import { urgencyOf } from '@/lib/claims/rules/clocks';
import type { ClaimRow } from '@/lib/claims/types';
import type { QueueView } from '@/lib/claims/views/loaders';
import { formatRelative } from '@/lib/i18n/time-format';
import { ClaimChip } from './claim-chip';
import { claimNumber, clockTones, percentGone } from './claim-words';

type QueueProps = {
  rows: readonly ClaimRow[];
  view: QueueView;
  numbers: { waiting: number; dueToday: number; overdue: number };
  now: Date;
  zone: string;
  current?: string;
};

const inks = { calm: 'text-ink-3', soon: 'text-warm-ink', overdue: 'text-danger' } as const;

/** Claims by the target of their decision, with how much of it is gone. */
export function Queue({ rows, view, numbers, now, zone, current }: QueueProps) {
  const t = useTranslations('claims.queue');
  const href = useHref();
  const at = (which: QueueView) =>
    href({ pathname: '/admin/claims', query: which === 'waiting' ? {} : { view: which } });
  return (
    <section aria-labelledby="queue" className="grid content-start gap-4">
      <h2 id="queue" className="sr-only">
        {t('heading')}
      </h2>
      <dl className="flex gap-8">
        {(['waiting', 'dueToday', 'overdue'] as const).map((key) => (
          <div key={key}>
            <dt className="text-xs text-ink-3">{t(key)}</dt>
            <dd
              className={`tnum font-serif text-h3 ${key === 'overdue' && numbers.overdue > 0 ? 'text-danger' : ''}`}
            >
              {numbers[key]}
            </dd>
          </div>
        ))}
      </dl>
      <TabLinks
        label={t('tabs')}
        links={(['waiting', 'withOthers', 'closed'] as const).map((which) => ({
          href: at(which),
          label: t(`views.${which}`),
          current: which === view,
        }))}
      />
      {rows.length === 0 ? (
        <p className="py-6 text-sm text-ink-3">{t('empty')}</p>
      ) : (
        <ul className="grid">
          {rows.map((row) => (
            <li key={row.id} className="border-b border-line last:border-0">
              <QueueRow row={row} now={now} zone={zone} isCurrent={row.id === current} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

type RowProps = { row: ClaimRow; now: Date; zone: string; isCurrent: boolean };

function QueueRow({ row, now, zone, isCurrent }: RowProps) {
  const t = useTranslations('claims');
  const locale = useLocale();
  const href = useHref();
  return (
    <a
      href={href({ pathname: '/admin/claims/[claimId]', params: { claimId: row.id } })}
      aria-current={isCurrent ? 'page' : undefined}
      className="-mx-3 grid gap-1 rounded-lg px-3 py-3.5 hover:bg-tint aria-[current]:bg-surface aria-[current]:shadow-[0_0_0_1px_var(--color-line)]"
    >
      <span className="flex items-center justify-between gap-3">
        <span className="tnum text-xs text-ink-3">{claimNumber(row)}</span>
        {row.status === 'with_admin' ? (
          <Due row={row} now={now} zone={zone} />
        ) : (
          <ClaimChip status={row.status} />
        )}
      </span>
      <b className="font-semibold wrap-anywhere">{t(`reasons.${row.reason}`)}</b>
      <span className="text-sm wrap-anywhere text-ink-3">
        {t('queue.who', { client: row.clientName, advisor: row.providerName })}
      </span>
      <span className="flex items-center gap-3">
        {row.status === 'with_admin' && row.dueAt && (
          <Progress
            label={t('clock.label')}
            value={percentGone(row.openedAt, row.dueAt, now)}
            tone={clockTones[urgencyOf(row.dueAt, now)]}
          />
        )}
        <span className="tnum ms-auto text-xs font-medium whitespace-nowrap">
          {row.isMediation
            ? t('queue.mediation')
            : formatMoney({ amount: row.paid, currency: row.currency }, locale)}
        </span>
      </span>
    </a>
  );
}

function Due({ row: { dueAt }, now, zone }: { row: ClaimRow; now: Date; zone: string }) {
  const locale = useLocale();
  if (!dueAt) return null;
  const urgency = urgencyOf(dueAt, now);
  return (
    <span className={`tnum flex items-center gap-1 text-xs font-medium ${inks[urgency]}`}>
      <Icon of={urgency === 'overdue' ? TriangleAlert : Timer} size="sm" />
      {formatRelative(dueAt, { now, locale, zone })}
    </span>
  );
}
