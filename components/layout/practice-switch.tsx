import { useTranslations } from 'next-intl';
import { ActionForm, FormSelect } from '@/components/ui/action-form';
import type { Option } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { switchPracticeAction } from '@/lib/organisations/actions';

type PracticeSwitchProps = { choices: readonly Option[]; current: string };

/** Which practice the pages show: one's own, or an organisation that one manages. */
export function PracticeSwitch({ choices, current }: PracticeSwitchProps) {
  const t = useTranslations('team.switch');
  return (
    <ActionForm action={switchPracticeAction} className="flex items-end gap-2 lg:flex-col lg:items-stretch">
      <div className="min-w-0 flex-1">
        <FormSelect name="providerId" label={t('label')} options={choices} defaultValue={current} />
      </div>
      <SubmitButton variant="secondary" className="lg:min-h-(--control-sm)">
        {t('submit')}
      </SubmitButton>
    </ActionForm>
  );
}
