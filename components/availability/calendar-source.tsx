import { CircleAlert, CircleCheckBig, LoaderCircle } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { Button, buttonStyles } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { SubmitButton } from '@/components/ui/submit-button';
import { readCalendarAction, removeCalendarAction } from '@/lib/availability/calendars/actions';
import type { CalendarSourceView } from '@/lib/availability/calendars/types';
import { formatZoned } from '@/lib/i18n/zoned-time';

type CalendarSourceProps = { source: CalendarSourceView; zone: string };

/** One calendar from elsewhere: what it blocks, when it was read, what is wrong with it. */
export function CalendarSource({ source, zone }: CalendarSourceProps) {
  const t = useTranslations('availability.calendars');
  const locale = useLocale();
  const { id, name, host, readAt, busyCount, skippedCount, failure, isBeingRead } = source;
  const written = (at: Date) => formatZoned(at, { locale, zone });
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="grid min-w-0 flex-1 basis-60 gap-0.5">
          <h3 className="font-semibold break-words">{name}</h3>
          <p className="text-sm break-all text-ink-3">{host}</p>
          <p className="text-sm text-ink-2">
            {readAt
              ? `${t('busy', { count: busyCount })} ${t('read', { date: written(readAt) })}`
              : t('never')}
          </p>
          {skippedCount > 0 && <p className="text-sm text-ink-2">{t('skipped', { count: skippedCount })}</p>}
        </div>
        <State source={source} />
      </div>
      {failure && (
        <p className="rounded-md bg-warm-soft px-3.5 py-2.5 text-sm">
          {t('failing', { date: written(failure.since) })} {t(`failures.${failure.code}`)}
          {readAt && ` ${t('stays')}`}
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        {!isBeingRead && (
          <ActionForm action={readCalendarAction} said={t('asked')}>
            <input type="hidden" name="sourceId" value={id} />
            <SubmitButton size="sm" variant="secondary" aria-label={t('readNowOf', { name })}>
              {t('readNow')}
            </SubmitButton>
          </ActionForm>
        )}
        <ConfirmDialog
          trigger={
            <Button size="sm" variant="secondary" aria-label={t('removeOf', { name })}>
              {t('remove')}
            </Button>
          }
          heading={t('removeHeading')}
          description={t('removeText', { name })}
          labels={{ confirm: t('remove'), keep: t('keep'), close: t('close') }}
          action={removeCalendarAction}
          said={t('removed')}
          foldLook={buttonStyles({ variant: 'secondary', size: 'sm' })}
        >
          <input type="hidden" name="sourceId" value={id} />
        </ConfirmDialog>
      </div>
    </div>
  );
}

function State({ source: { isBeingRead, failure } }: { source: CalendarSourceView }) {
  const t = useTranslations('availability.calendars.states');
  if (isBeingRead)
    return (
      <Chip icon={LoaderCircle} className="bg-tint text-ink-2">
        {t('reading')}
      </Chip>
    );
  return failure ? (
    <Chip icon={CircleAlert} className="bg-pending-soft text-pending">
      {t('failing')}
    </Chip>
  ) : (
    <Chip icon={CircleCheckBig} className="bg-accepted-soft text-accepted">
      {t('fine')}
    </Chip>
  );
}
