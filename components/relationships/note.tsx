import { useLocale, useTranslations } from 'next-intl';
import { ActionForm, FormSelect, FormTextArea } from '@/components/ui/action-form';
import { Button, buttonStyles } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { Option } from '@/components/ui/input';
import { Instant } from '@/components/ui/instant';
import { SubmitButton } from '@/components/ui/submit-button';
import { formatInstant } from '@/lib/i18n/time-format';
import { changeNoteAction, deleteNoteAction } from '@/lib/relationships/notes/actions';
import type { NoteView } from '@/lib/relationships/notes/types';

type NoteFieldsProps = {
  label: string;
  sessions: readonly Option[];
  text?: string;
  bookingId?: string | null;
};

/** Text and session of a note, in whatever form they stand. */
export function NoteFields({ label, sessions, text = '', bookingId = null }: NoteFieldsProps) {
  const t = useTranslations('clients.notes');
  const isListed = bookingId === null || sessions.some(({ value }) => value === bookingId);
  // One that was cancelled since, or lies further back than the list goes, stays the note's.
  const kept = isListed ? [] : [{ value: bookingId, label: t('keptSession') }];
  return (
    <>
      <FormTextArea name="text" label={label} rows={4} maxLength={5000} defaultValue={text} />
      <FormSelect
        name="bookingId"
        label={t('session')}
        options={[{ value: '', label: t('noSession') }, ...kept, ...sessions]}
        defaultValue={bookingId ?? ''}
      />
    </>
  );
}

type NoteProps = { note: NoteView; sessions: readonly Option[]; zone: string };

/** One note with its date, and the ways to change and to delete it. */
export function Note({ note, sessions, zone }: NoteProps) {
  const t = useTranslations('clients.notes');
  const tConfirm = useTranslations('ui.confirm');
  const locale = useLocale();
  const written = (at: Date) => formatInstant(at, { locale, zone, style: 'fullDateTime' });
  const date = written(note.createdAt);
  const about = sessions.find(({ value }) => value === note.bookingId);
  return (
    <article className="grid gap-2.5">
      <p className="flex flex-wrap items-baseline gap-x-3 text-sm">
        <Instant at={note.createdAt} zone={zone} style="fullDateTime" className="font-semibold" />
        {about && <span className="text-ink-2">{about.label}</span>}
        {note.changedAt && (
          <span className="text-xs text-ink-3">{t('changed', { date: written(note.changedAt) })}</span>
        )}
      </p>
      <p className="text-sm break-words whitespace-pre-line">{note.text ?? t('unreadable')}</p>
      <div className="flex flex-wrap items-start gap-2">
        {note.text !== null && <Edit note={note} text={note.text} sessions={sessions} date={date} />}
        <ConfirmDialog
          trigger={
            <Button variant="ghost" size="sm" aria-label={t('deleteNamed', { date })}>
              {t('delete')}
            </Button>
          }
          heading={t('deleteNamed', { date })}
          description={t('deleteText')}
          labels={{ confirm: t('delete'), keep: tConfirm('keep'), close: tConfirm('close') }}
          foldLook={buttonStyles({ variant: 'ghost', size: 'sm' })}
          action={deleteNoteAction}
          said={t('deletedSaid')}
        >
          <input type="hidden" name="noteId" value={note.id} />
        </ConfirmDialog>
      </div>
    </article>
  );
}

type EditProps = { note: NoteView; text: string; sessions: readonly Option[]; date: string };

/** Folds the note's fields open in its place, with or without script. */
function Edit({ note, text, sessions, date }: EditProps) {
  const t = useTranslations('clients.notes');
  return (
    <details className="open:basis-full">
      <summary
        className={`${buttonStyles({ variant: 'ghost', size: 'sm' })} cursor-pointer list-none`}
        aria-label={t('editNamed', { date })}
      >
        {t('edit')}
      </summary>
      <ActionForm action={changeNoteAction} className="mt-3 grid gap-4" autoComplete="off">
        <input type="hidden" name="noteId" value={note.id} />
        <input type="hidden" name="version" value={note.version} />
        <NoteFields label={t('changedText')} sessions={sessions} text={text} bookingId={note.bookingId} />
        <SubmitButton variant="secondary" className="justify-self-start">
          {t('save')}
        </SubmitButton>
      </ActionForm>
    </details>
  );
}
