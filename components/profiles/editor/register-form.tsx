import { useLocale, useTranslations } from 'next-intl';
import { TimeZoneField } from '@/components/accounts/time-zone-field';
import { usePlanWords } from '@/components/plans/plan-words';
import { ActionForm, FormTextField } from '@/components/ui/action-form';
import { FormChoiceCard } from '@/components/ui/form-choice';
import { FormGroup } from '@/components/ui/form-group';
import type { Option } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import type { PlanView } from '@/lib/plans/types';
import { registerProviderAction } from '@/lib/plans/subscriptions/actions';
import { specialities } from '@/lib/profiles/rules/specialities';
import { Checks } from './checks';
import { languageChoices } from './choices-of';

type RegisterFormProps = {
  kind: 'specialist' | 'organisation';
  plans: readonly PlanView[];
  /** The plan that was pressed on the page of plans. */
  plan?: string | undefined;
  name: string;
  zone: string | null;
  zones: readonly Option[];
  /** Where one was going. */
  next?: string;
};

/** What somebody is asked first who begins to offer sessions; everything else follows in the profile. */
export function RegisterForm({ kind, plans, plan, name, zone, zones, next }: RegisterFormProps) {
  const t = useTranslations('becomeAdvisor');
  const basics = useTranslations('profileEditor.basics');
  const names = useTranslations('specialities');
  const locale = useLocale();
  const languages = languageChoices([locale], locale);
  return (
    <ActionForm action={registerProviderAction} className="grid gap-5">
      <input type="hidden" name="kind" value={kind} />
      {next && <input type="hidden" name="next" value={next} />}
      <PlanChoice plans={plans} chosen={plan} />
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

/** The plans one can begin with; chosen by hand, also where there is only one. */
function PlanChoice({ plans, chosen }: { plans: readonly PlanView[]; chosen: string | undefined }) {
  const t = useTranslations('becomeAdvisor');
  const words = usePlanWords();
  return (
    <div className="grid gap-2">
      <FormGroup name="planCode" legend={t('plan')}>
        <div className="grid gap-3">
          {plans.map((plan) => (
            <FormChoiceCard
              key={plan.code}
              name="planCode"
              value={plan.code}
              heading={words.nameOf(plan.code)}
              detail={<PlanTerms plan={plan} />}
              defaultChecked={plan.code === chosen}
            />
          ))}
        </div>
      </FormGroup>
      <p className="text-sm text-ink-3">{t('planHint')}</p>
    </div>
  );
}

/** What a plan costs, and what it adds. */
function PlanTerms({ plan }: { plan: PlanView }) {
  const t = useTranslations('becomeAdvisor');
  const words = usePlanWords();
  const commission = words.commissionOf(plan);
  const adds = words.featuresOf(plan);
  return (
    <>
      {plan.fee.amount === 0
        ? t('planFree', { commission })
        : t('planDetail', { fee: words.feeOf(plan), commission })}
      {adds.length > 0 && <span className="block">{t('planAdds', { features: adds.join(' · ') })}</span>}
    </>
  );
}
