import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ActionForm, FormTextField } from '@/components/ui/action-form';
import { Button, buttonStyles } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Icon } from '@/components/ui/icon';
import { SubmitButton } from '@/components/ui/submit-button';
import { addEducationAction, removeEducationAction } from '@/lib/profiles/actions';
import type { EducationRow } from '@/lib/profiles/types';

/** Diplomas and trainings: each row with its own button, and one more row to add. */
export function EducationEditor({ rows }: { rows: readonly EducationRow[] }) {
  const t = useTranslations('profileEditor.education');
  const tConfirm = useTranslations('ui.confirm');
  return (
    <div className="grid gap-5">
      {rows.length === 0 && <p className="text-sm text-ink-2">{t('none')}</p>}
      {rows.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {rows.map(({ id, year, title, institution }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3 text-sm">
              <span className="tnum text-ink-3">{year}</span>
              <span className="min-w-0 flex-1 basis-48 wrap-anywhere">
                <b className="font-semibold">{title}</b>
                <span className="block text-ink-2">{institution}</span>
              </span>
              <ConfirmDialog
                trigger={
                  <Button variant="ghost" size="sm" aria-label={t('removeRow', { title })}>
                    {t('remove')}
                  </Button>
                }
                heading={t('removeRow', { title })}
                description={t('removeText')}
                labels={{ confirm: t('remove'), keep: tConfirm('keep'), close: tConfirm('close') }}
                foldLook={buttonStyles({ variant: 'ghost', size: 'sm' })}
                action={removeEducationAction}
              >
                <input type="hidden" name="educationId" value={id} />
              </ConfirmDialog>
            </li>
          ))}
        </ul>
      )}
      <ActionForm action={addEducationAction} className="grid gap-4">
        <div className="grid gap-4 md:grid-cols-[6rem_minmax(0,1fr)_minmax(0,1fr)]">
          <FormTextField name="year" label={t('year')} inputMode="numeric" maxLength={4} />
          <FormTextField name="title" label={t('what')} maxLength={160} />
          <FormTextField name="institution" label={t('institution')} maxLength={160} />
        </div>
        <SubmitButton variant="secondary" picture={<Icon of={Plus} />} className="justify-self-start">
          {t('add')}
        </SubmitButton>
      </ActionForm>
    </div>
  );
}
