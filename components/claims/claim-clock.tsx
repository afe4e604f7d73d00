import { useLocale, useTranslations } from 'next-intl';
import { Progress } from '@/components/ui/progress';
import { urgencyOf } from '@/lib/claims/rules/clocks';
import { formatRelative } from '@/lib/i18n/time-format';
import { formatZoned } from '@/lib/i18n/zoned-time';
import { clockTones, percentGone } from './claim-words';

type ClaimClockProps = {
  /** Who is waited for. */
  waitingFor: 'provider' | 'client' | 'admin';
  /** Who reads it and may act. */
  you: 'provider' | 'client' | 'admin' | false;
  since: Date;
  until: Date;
  now: Date;
  zone: string;
};

/** Who is to act, until when, and how much of the time is gone. */
export function ClaimClock({ waitingFor, you, since, until, now, zone }: ClaimClockProps) {
  const t = useTranslations('claims.clock');
  const locale = useLocale();
  const urgency = urgencyOf(until, now);
  return (
    <div className="grid gap-1.5">
      <p className="flex flex-wrap justify-between gap-x-4 text-sm">
        <span className="font-medium">{t(you === waitingFor && you !== 'admin' ? 'you' : waitingFor)}</span>
        <span className={urgency === 'calm' ? 'tnum text-ink-3' : 'tnum font-medium text-warm-ink'}>
          {formatRelative(until, { now, locale, zone })}
        </span>
      </p>
      <Progress label={t('label')} value={percentGone(since, until, now)} tone={clockTones[urgency]} />
      <p className="text-xs text-ink-3">
        {t(urgency === 'overdue' ? 'wasDue' : 'until', { date: formatZoned(until, { locale, zone }) })}
      </p>
    </div>
  );
}
