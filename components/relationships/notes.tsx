import { useLocale, useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { Card, CardHead } from '@/components/ui/card';
import type { Option } from '@/components/ui/input';
import { Disclosure } from '@/components/ui/disclosure';
import { Instant } from '@/components/ui/instant';
import { SubmitButton } from '@/components/ui/submit-button';
import { formatInstant } from '@/lib/i18n/time-format';
import { restoreNoteAction, writeNoteAction } from '@/lib/relationships/notes/actions';
import { restorableUntil } from '@/lib/relationships/notes/rules/deletion';
import type { NoteView } from '@/lib/relationships/notes/types';
import { Note, NoteFields } from './note';

type NotesProps = {
  clientId: string;
  notes: readonly NoteView[];
  deleted: readonly NoteView[];
  /** Sessions that a note can be about, as they are called. */
  sessions: readonly Option[];
  zone: string;
};

const pad = 'px-[clamp(1.125rem,0.9rem+0.8vw,1.5rem)]';

/** What the provider keeps to itself about a client: a new note, those that stand, those that can be brought back. */
export function Notes({ clientId, notes, deleted, sessions, zone }: NotesProps) {
  const t = useTranslations('clients.notes');
  return (
    <Card>
      <CardHead heading={t('heading')} />
      <div className={`grid gap-5 pb-5 ${pad}`}>
        <p className="text-sm text-ink-2">{t('lede')}</p>
        <ActionForm
          // Saved, it begins anew.
          key={notes[0]?.id ?? 'first'}
          action={writeNoteAction}
          said={t('added')}
          className="grid gap-4"
          autoComplete="off"
        >
          <input type="hidden" name="clientId" value={clientId} />
          <NoteFields label={t('text')} sessions={sessions} />
          <SubmitButton variant="secondary" className="justify-self-start">
            {t('add')}
          </SubmitButton>
        </ActionForm>
      </div>
      {notes.length === 0 ? (
        <p className={`border-t border-line py-5 text-sm text-ink-2 ${pad}`}>{t('empty')}</p>
      ) : (
        <ul className="divide-y divide-line border-t border-line">
          {notes.map((note) => (
            <li key={`${note.id}/${note.version}`} className={`py-4.5 ${pad}`}>
              <Note note={note} sessions={sessions} zone={zone} />
            </li>
          ))}
        </ul>
      )}
      {deleted.length > 0 && (
        <div className={`border-t border-line ${pad}`}>
          <Disclosure summary={t('deleted', { count: deleted.length })}>
            <ul className="grid gap-4">
              {deleted.map((note) => (
                <li key={note.id}>
                  <Deleted note={note} zone={zone} />
                </li>
              ))}
            </ul>
          </Disclosure>
        </div>
      )}
    </Card>
  );
}

function Deleted({ note, zone }: { note: NoteView; zone: string }) {
  const t = useTranslations('clients.notes');
  const locale = useLocale();
  const goneAt = note.deletedAt && restorableUntil(note.deletedAt);
  const written = (at: Date) => formatInstant(at, { locale, zone, style: 'fullDateTime' });
  return (
    <div className="grid gap-2 text-sm">
      <Instant at={note.createdAt} zone={zone} style="fullDateTime" className="font-semibold" />
      <p className="line-clamp-2 break-words whitespace-pre-line">{note.text ?? t('unreadable')}</p>
      <ActionForm
        action={restoreNoteAction}
        said={t('restored')}
        className="flex flex-wrap items-center gap-3"
      >
        <input type="hidden" name="noteId" value={note.id} />
        <SubmitButton
          variant="secondary"
          size="sm"
          aria-label={t('restoreNamed', { date: written(note.createdAt) })}
        >
          {t('restore')}
        </SubmitButton>
        {goneAt && <span className="text-xs text-ink-3">{t('goneAt', { date: written(goneAt) })}</span>}
      </ActionForm>
    </div>
  );
}
