import { Activity } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { formatInstant } from '@/lib/i18n/time-format';

type Stay = { party: string; joinedAt: Date; leftAt: Date | null; lastSeenAt: Date };
type PresenceChartProps = {
  stays: readonly Stay[];
  startsAt: Date;
  endsAt: Date;
  zone: string;
  names: { client: string; provider: string };
};

const endOf = ({ leftAt, lastSeenAt }: Stay) => leftAt ?? lastSeenAt;

/** Who was in the room from when to when; the same in words for who does not see bars. */
export function PresenceChart({ stays, startsAt, endsAt, zone, names }: PresenceChartProps) {
  const t = useTranslations('claims.presence');
  const locale = useLocale();
  const from = Math.min(+startsAt, ...stays.map(({ joinedAt }) => +joinedAt));
  const to = Math.max(+endsAt, ...stays.map((stay) => +endOf(stay)));
  const percent = (at: Date) => ((+at - from) / (to - from)) * 100;
  const time = (at: Date) => formatInstant(at, { locale, zone, style: 'time' });
  const sides = (['client', 'provider'] as const).map((party) => {
    const own = stays.filter((stay) => stay.party === party);
    const words = own.map((stay) => t('span', { from: time(stay.joinedAt), to: time(endOf(stay)) }));
    return { party, own, words: words.length > 0 ? words.join(', ') : t('never') };
  });
  return (
    <section className="grid gap-3 rounded-lg border border-line px-4.5 py-4">
      <h3 className="flex items-center gap-2.5 font-semibold">
        <Icon of={Activity} className="size-5 text-ink-3" />
        {t('heading')}
      </h3>
      <dl className="grid gap-2.5 text-sm">
        {sides.map(({ party, own, words }) => (
          <div key={party} className="grid gap-1 sm:grid-cols-[9rem_minmax(0,1fr)] sm:items-center">
            <dt className="truncate text-ink-2">{names[party]}</dt>
            <dd className="grid gap-1">
              <span aria-hidden="true" className="relative block h-2.5 overflow-hidden rounded-full bg-tint">
                {own.map((stay) => (
                  <span
                    key={stay.joinedAt.toISOString()}
                    className="absolute inset-y-0 rounded-full bg-accent"
                    style={{
                      insetInlineStart: `${percent(stay.joinedAt)}%`,
                      width: `${Math.max(1, percent(endOf(stay)) - percent(stay.joinedAt))}%`,
                    }}
                  />
                ))}
              </span>
              <span className="tnum text-xs text-ink-3">{words}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-xs text-ink-3">
        {t('planned', { from: time(startsAt), to: time(endsAt) })} {t('note')}
      </p>
    </section>
  );
}
