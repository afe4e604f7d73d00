import { useLocale, useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { PageLink } from '@/components/layout/page-link';
import { Button, buttonStyles } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { formatMoney } from '@/components/ui/money-format';
import { cancelEventAction, deleteDraftAction } from '@/lib/events/actions';
import type { loadOwnEvent } from '@/lib/events/hosting/loaders';
import { useEventTitle } from './event-list';

type Loaded = Awaited<ReturnType<typeof loadOwnEvent>>;
export type EventActionsProps = Pick<Loaded, 'event' | 'state' | 'refunds'>;

/** What can be done with an event now: its room, the form, calling it off. */
export function EventActions({ event, state, refunds }: EventActionsProps) {
  const t = useTranslations('hosting');
  const titleOf = useEventTitle();
  const title = titleOf(event);
  const params = { eventId: event.id };
  const { count, amount } = refunds;
  const money = formatMoney(amount, useLocale());
  const back = count > 0 ? t('cancel.refunds', { count, amount: money }) : t('cancel.nothing');
  return (
    <div className="flex flex-wrap items-start gap-3">
      {state.canEnter && (
        <PageLink to={{ pathname: '/events/[eventId]/room', params }} className={buttonStyles({})}>
          {t('detail.enter')}
        </PageLink>
      )}
      {state.canChange && (
        <PageLink
          to={{ pathname: '/practice/events/[eventId]/edit', params }}
          className={buttonStyles({ variant: 'secondary' })}
        >
          {t('edit')}
        </PageLink>
      )}
      {state.canCancel && (
        <Question
          eventId={event.id}
          action={cancelEventAction}
          label={t('cancel.submit')}
          heading={t('cancel.heading', { title })}
          description={`${back} ${t('cancel.after')}`}
          said={t('cancel.said')}
        />
      )}
      {state.canDelete && (
        <Question
          eventId={event.id}
          action={deleteDraftAction}
          label={t('remove.submit')}
          heading={t('remove.heading', { title })}
          description={t('remove.text')}
        />
      )}
      {state.isHost && !state.canEnter && (
        <p className="basis-full text-sm text-ink-3">{t('detail.entry')}</p>
      )}
    </div>
  );
}

type QuestionProps = Pick<
  ComponentProps<typeof ConfirmDialog>,
  'action' | 'heading' | 'description' | 'said'
> & { eventId: string; label: string };

/** Asks before something that cannot be taken back. */
function Question({ eventId, label, ...question }: QuestionProps) {
  const t = useTranslations('ui.confirm');
  return (
    <ConfirmDialog
      {...question}
      trigger={<Button variant="dangerQuiet">{label}</Button>}
      labels={{ confirm: label, keep: t('keep'), close: t('close') }}
      foldLook={buttonStyles({ variant: 'dangerQuiet' })}
    >
      <input type="hidden" name="eventId" value={eventId} />
    </ConfirmDialog>
  );
}
