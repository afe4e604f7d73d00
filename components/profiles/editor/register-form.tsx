import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { TimeZoneField } from '@/components/accounts/time-zone-field';
import { ActionForm, FormTextField } from '@/components/ui/action-form';
import { FormChoiceCard } from '@/components/ui/form-choice';
import { FormGroup } from '@/components/ui/form-group';
import type { Option } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import type { PlanView } from '@/lib/plans/types';
import { registerProviderAction } from '@/lib/profiles/actions';
import { specialities } from '@/lib/profiles/rules/specialities';
import { firstPlans } from '@/lib/profiles/schema';
import { Checks } from './checks';
import { languageChoices } from './choices-of';

type RegisterFormProps = {
  kind: 'specialist' | 'organisation';
  plan: PlanView | undefined;
  name: string;
  zone: string | null;
  zones: readonly Option[];
  /** Where one was going. */
  next?: string;
};

/** What somebody is asked first who begins to offer sessions; everything else follows in the profile. */
export function RegisterForm({ kind, plan, name, zone, zones, next }: RegisterFormProps) {
  const t = useTranslations('becomeAdvisor');
  const basics = useTranslations('profileEditor.basics');
  const names = useTranslations('specialities');
  const locale = useLocale();
  const languages = languageChoices([locale], locale);
  return (
    <ActionForm action={registerProviderAction} className="grid gap-5">
      <input type="hidden" name="kind" value={kind} />
      {next && <input type="hidden" name="next" value={next} />}
      <PlanChoice plan={plan} />
      <FormTextField
        name="displayName"
        label={t(`${kind}.displayName`)}
        hint={t('displayNameHint')}
        defaultValue={name}
        autoComplete={kind === 'specialist' ? 'name' : 'organization'}
        required
      />
      <TimeZoneField label={t('timeZone')} options={zones} chosen={zone} />
      <Checks
        legend={basics('languages')}
        name="spokenLanguages"
        choices={languages.near}
        chosen={[locale]}
        more={{ label: basics('moreLanguages'), choices: languages.others }}
      />
      <Checks
        legend={basics('specialities')}
        name="specialities"
        choices={specialities.map((value) => ({ value, label: names(value) }))}
        chosen={[]}
      />
      <SubmitButton size="lg" block>
        {t('submit')}
      </SubmitButton>
    </ActionForm>
  );
}

/** The plans one can begin with; chosen by hand, although there is one. */
function PlanChoice({ plan }: { plan: PlanView | undefined }) {
  const t = useTranslations('becomeAdvisor');
  const plans = useTranslations('plan.names');
  const format = useFormatter();
  const commission = format.number((plan?.commissionBps ?? 0) / 10_000, {
    style: 'percent',
    maximumFractionDigits: 2,
  });
  return (
    <FormGroup name="planCode" legend={t('plan')}>
      {firstPlans.map((code) => (
        <FormChoiceCard
          key={code}
          name="planCode"
          value={code}
          heading={plans(code)}
          detail={t('benefits.free', { commission })}
        />
      ))}
    </FormGroup>
  );
}
