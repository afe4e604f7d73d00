import { useLocale, useTranslations } from 'next-intl';
import { written } from '@/components/availability/week-rows';
import { FormTextField } from '@/components/ui/action-form';
import { Card } from '@/components/ui/card';
import type { OwnEvent } from '@/lib/events/types';
import { localDay, localMinute } from '@/lib/i18n/time-format';
import { zoneName } from '@/lib/i18n/zone-name';

/** A field that can be read and not changed. */
export const fixedLook = 'bg-tint text-ink-2';

type EventTimesProps = { event: OwnEvent | undefined; zone: string; today: string };

/** Day, start, length and deadline on the practice's clocks. */
export function EventTimes({ event, zone, today }: EventTimesProps) {
  const t = useTranslations('hosting.form');
  const services = useTranslations('services.form');
  const isFixed = event?.isFixed ?? false;
  const stays = isFixed ? { readOnly: true, className: fixedLook, hint: t('stays') } : {};
  const wall = (at: Date | undefined) =>
    at ? { date: localDay(at, zone), time: written(localMinute(at, zone)) } : { date: '', time: '' };
  const start = wall(event?.startsAt);
  const hasDeadline = event && event.bookUntil.getTime() !== event.startsAt.getTime();
  const deadline = wall(hasDeadline ? event.bookUntil : undefined);
  const minutes = event ? (event.endsAt.getTime() - event.startsAt.getTime()) / 60_000 : 60;
  const least = isFixed ? {} : { min: today };
  return (
    <Card className="card-pad grid gap-5">
      <div className="grid gap-1">
        <h2 className="font-serif text-h3 font-medium">{t('when')}</h2>
        <p className="text-sm text-ink-2">{t('zone', { zone: zoneName(zone, useLocale()) })}</p>
      </div>
      <div className="grid gap-5 md:grid-cols-3">
        <FormTextField
          name="date"
          type="date"
          label={t('date')}
          defaultValue={start.date}
          {...least}
          {...stays}
        />
        <FormTextField name="time" type="time" label={t('time')} defaultValue={start.time} {...stays} />
        <FormTextField
          name="durationMinutes"
          label={t('duration')}
          hint={t('durationHint')}
          inputMode="numeric"
          defaultValue={String(minutes)}
          {...stays}
        />
        <FormTextField
          name="deadlineDate"
          type="date"
          label={t('deadlineDate')}
          note={services('optional')}
          defaultValue={deadline.date}
          {...least}
          hint={t('deadlineHint')}
        />
        <FormTextField
          name="deadlineTime"
          type="time"
          label={t('deadlineTime')}
          note={services('optional')}
          defaultValue={deadline.time}
        />
      </div>
    </Card>
  );
}
