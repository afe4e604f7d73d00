import { useTranslations } from 'next-intl';
import { FileField } from '@/components/files/file-field';
import { ActionForm, FormTextArea } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { sendMessageAction } from '@/lib/claims/actions';

/** Writes to the others while a claim is open. */
export function MessageForm({ claimId }: { claimId: string }) {
  const t = useTranslations('claims.message');
  return (
    <ActionForm action={sendMessageAction} said={t('said')} className="grid gap-4 border-t border-line pt-5">
      <input type="hidden" name="claimId" value={claimId} />
      <FormTextArea name="text" label={t('label')} hint={t('hint')} rows={3} maxLength={5000} />
      <FileField />
      <SubmitButton variant="secondary" className="justify-self-start">
        {t('send')}
      </SubmitButton>
    </ActionForm>
  );
}
