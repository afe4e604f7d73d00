import { useTranslations } from 'next-intl';
import { ActionForm, FormTextArea, FormTextField } from '@/components/ui/action-form';
import { FormBox, FormChoiceCard } from '@/components/ui/form-choice';
import { SubmitButton } from '@/components/ui/submit-button';
import { changeSellerAction } from '@/lib/profiles/actions';
import type { OwnProfile } from '@/lib/profiles/types';

const regimes = ['exempt', 'small_business', 'standard'] as const;

/** Who sells, and how VAT is treated. */
export function SellerForm({ profile }: { profile: OwnProfile }) {
  const common = useTranslations('profileEditor');
  return (
    <ActionForm action={changeSellerAction} done={common('saved')} className="grid gap-5">
      <Who profile={profile} />
      <Vat profile={profile} />
      <SubmitButton className="justify-self-start">{common('save')}</SubmitButton>
    </ActionForm>
  );
}

function Who({ profile }: { profile: OwnProfile }) {
  const t = useTranslations('profileEditor.seller');
  const common = useTranslations('profileEditor');
  return (
    <div className="grid gap-5 md:grid-cols-2">
      <div className="grid content-start gap-5">
        <FormTextField
          name="sellerName"
          label={t('name')}
          maxLength={160}
          autoComplete="organization"
          defaultValue={profile.sellerName ?? ''}
        />
        <FormTextField
          name="sellerEmail"
          label={t('email')}
          note={common('optional')}
          type="email"
          autoComplete="email"
          defaultValue={profile.sellerEmail ?? ''}
        />
      </div>
      <FormTextArea
        name="sellerAddress"
        label={t('address')}
        rows={4}
        maxLength={500}
        autoComplete="street-address"
        defaultValue={profile.sellerAddress ?? ''}
      />
    </div>
  );
}

function Vat({ profile }: { profile: OwnProfile }) {
  const t = useTranslations('profileEditor.seller');
  const common = useTranslations('profileEditor');
  const optional = common('optional');
  return (
    <>
      <fieldset className="min-w-0">
        <legend className="mb-3 text-sm font-medium">{t('regime')}</legend>
        <div className="grid gap-3 md:grid-cols-3">
          {regimes.map((regime) => (
            <FormChoiceCard
              key={regime}
              name="vatRegime"
              value={regime}
              defaultChecked={profile.vatRegime === regime}
              heading={t(regime)}
              detail={t(`${regime}Text`)}
            />
          ))}
        </div>
      </fieldset>
      <div className="grid gap-5 md:grid-cols-2">
        <FormTextField
          name="vatNote"
          label={t('vatNote')}
          note={optional}
          maxLength={300}
          defaultValue={profile.vatNote ?? ''}
        />
        <FormTextField
          name="vatId"
          label={t('vatId')}
          note={optional}
          maxLength={20}
          defaultValue={profile.vatId ?? ''}
        />
      </div>
      <div className="grid gap-1.5">
        <FormBox
          name="reverseCharge"
          defaultChecked={profile.reverseCharge}
          aria-describedby="reverse-charge-note"
        >
          {t('reverseCharge')}
        </FormBox>
        <p id="reverse-charge-note" className="text-sm text-ink-3">
          {profile.reverseChargeVerifiedAt ? t('reverseChargeVerified') : t('reverseChargePending')}
        </p>
      </div>
    </>
  );
}
