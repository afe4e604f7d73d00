'use client';

import { useLocale, useTranslations } from 'next-intl';
import { written } from '@/components/availability/week-rows';
import { ActionForm, FormTextArea, FormTextField } from '@/components/ui/action-form';
import { Dialog } from '@/components/ui/dialog';
import { SubmitButton } from '@/components/ui/submit-button';
import { blockTimeAction } from '@/lib/availability/actions';
import { proposeWallTimeAction } from '@/lib/booking/actions';
import { formatInstant } from '@/lib/i18n/time-format';
import { addLocalDays, type LocalDate } from '@/lib/shared/calendar';
import type { AgendaItem } from './agenda-items';

/** A stretch of a day to which a session was dragged, or that was drawn. */
export type Chosen = { date: LocalDate; start: number; end: number; item: AgendaItem | null };

type DialogProps = { chosen: Chosen; onClose: () => void };

function useWhen({ date, start, end }: Chosen): string {
  const locale = useLocale();
  const day = formatInstant(new Date(`${date}T12:00:00Z`), { locale, zone: 'UTC', style: 'longDate' });
  return `${day}, ${written(start)}–${written(end)}`;
}

/** Asks before another time is proposed. */
export function MoveDialog({ chosen, onClose }: DialogProps) {
  const t = useTranslations('agenda.move');
  const when = useWhen(chosen);
  const { item, date, start } = chosen;
  if (!item?.movableId) return null;
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      heading={t('heading')}
      description={t('text', { name: item.title, when })}
      closeLabel={t('close')}
    >
      <ActionForm action={proposeWallTimeAction} className="grid gap-4">
        <input type="hidden" name="bookingId" value={item.movableId} />
        <input type="hidden" name="date" value={date} />
        <input type="hidden" name="time" value={written(start)} />
        <FormTextArea name="message" label={t('message', { name: item.title })} rows={2} maxLength={1000} />
        <SubmitButton className="justify-self-end">{t('propose')}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}

/** Asks what a stretch is kept for. */
export function BlockDialog({ chosen, onClose }: DialogProps) {
  const t = useTranslations('agenda.block');
  const when = useWhen(chosen);
  const { date, start, end } = chosen;
  const lastDate: LocalDate = end === 24 * 60 ? addLocalDays(date, 1) : date;
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      heading={t('heading')}
      description={when}
      closeLabel={t('close')}
    >
      <ActionForm
        action={async (state: never, form: FormData) => {
          const answer = await blockTimeAction(state, form);
          if (answer.status === 'done') onClose();
          return answer;
        }}
        said={t('said')}
        className="grid gap-4"
      >
        <input type="hidden" name="date" value={date} />
        <input type="hidden" name="startTime" value={written(start)} />
        <input type="hidden" name="lastDate" value={lastDate} />
        <input type="hidden" name="endTime" value={written(end)} />
        <FormTextField name="title" label={t('name')} hint={t('nameHint')} maxLength={120} />
        <SubmitButton className="justify-self-end">{t('submit')}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
