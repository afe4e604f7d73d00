'use client';

import { useLocale, useTranslations } from 'next-intl';
import { written } from '@/components/availability/week-rows';
import { ActionForm, FormTextArea, FormTextField } from '@/components/ui/action-form';
import { Dialog } from '@/components/ui/dialog';
import { SubmitButton } from '@/components/ui/submit-button';
import { blockTimeAction, unblockTimeAction } from '@/lib/availability/actions';
import { proposeInAgendaAction } from '@/lib/booking/actions';
import { formatInstant } from '@/lib/i18n/time-format';
import { zoneName, zoneOffsetLabel } from '@/lib/i18n/zone-name';
import { addLocalDays, type LocalDate } from '@/lib/shared/calendar';
import { addMinutes } from '@/lib/shared/elapsed';
import type { AgendaItem } from './agenda-items';
import { wallInstant } from './wall-instant';
import { writtenSpan } from './written-span';

/** A stretch of a day to which a session was dragged, or that was drawn. */
export type Chosen = { date: LocalDate; start: number; end: number; item: AgendaItem | null };

type DialogProps = { chosen: Chosen; onClose: () => void };

function useWhen({ date, start, end }: Chosen): string {
  const locale = useLocale();
  const day = formatInstant(new Date(`${date}T12:00:00Z`), { locale, zone: 'UTC', style: 'longDate' });
  return `${day}, ${written(start)}–${written(end)}`;
}

/** The same time on the clocks of the client, where these differ. */
function TheirTime({ chosen: { item, date, start, end }, zone }: { chosen: Chosen; zone: string }) {
  const t = useTranslations('agenda.move');
  const locale = useLocale();
  const at = wallInstant(date, start, zone);
  if (!item?.clientZone || zoneOffsetLabel(item.clientZone, at) === zoneOffsetLabel(zone, at)) return null;
  const span = { start: at, end: addMinutes(at, end - start) };
  const when = writtenSpan(span, { locale, zone: item.clientZone });
  return (
    <p className="text-sm text-ink-2">
      {t('theirTime', { name: item.title, when, zone: zoneName(item.clientZone, locale) })}
    </p>
  );
}

/** Asks before another time is proposed; afterwards one is where one was. */
export function MoveDialog({ chosen, zone, onClose }: DialogProps & { zone: string }) {
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
      <TheirTime chosen={chosen} zone={zone} />
      <ActionForm
        action={closing(proposeInAgendaAction, onClose)}
        said={t('said', { name: item.title })}
        className="grid gap-4"
      >
        <input type="hidden" name="bookingId" value={item.movableId} />
        <input type="hidden" name="date" value={date} />
        <input type="hidden" name="time" value={written(start)} />
        <FormTextArea name="message" label={t('message', { name: item.title })} rows={2} maxLength={1000} />
        <SubmitButton className="justify-self-end">{t('propose')}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}

type Action<S extends { status: string }> = (state: never, form: FormData) => Promise<S>;

/** The same action, and the dialog around it closes once it worked. */
function closing<S extends { status: string }>(action: Action<S>, onClose: () => void): Action<S> {
  return async (state, form) => {
    const answer = await action(state, form);
    if (answer.status === 'done') onClose();
    return answer;
  };
}

type BlockedDialogProps = { item: AgendaItem; zone: string; onClose: () => void };

/** What a block is for and how long it lasts, and the way to give it back. */
export function BlockedDialog({ item, zone, onClose }: BlockedDialogProps) {
  const t = useTranslations('agenda.block');
  const locale = useLocale();
  const when = writtenSpan(item, { locale, zone });
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      heading={item.title}
      description={<span className="block first-letter:uppercase">{when}</span>}
      closeLabel={t('close')}
    >
      <ActionForm
        action={closing(unblockTimeAction, onClose)}
        said={t('removed')}
        className="grid justify-items-end gap-4"
      >
        <input type="hidden" name="blockedId" value={item.key} />
        <SubmitButton variant="secondary">{t('remove')}</SubmitButton>
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
      description={<span className="block first-letter:uppercase">{when}</span>}
      closeLabel={t('close')}
    >
      <ActionForm action={closing(blockTimeAction, onClose)} said={t('said')} className="grid gap-4">
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
