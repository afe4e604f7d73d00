import { useTranslations } from 'next-intl';
import { FormGroup } from '@/components/ui/form-group';
import { FormBox, FormChoiceCard } from '@/components/ui/form-choice';
import { channels } from '@/lib/availability/rules/terms';
import type { Member } from '@/lib/organisations/types';
import { confirmationModes, paymentModes } from '@/lib/services/schema';
import type { OwnService } from '@/lib/services/types';

/** How one can meet; at least one way. */
export function ServiceChannels({ service }: { service: OwnService | undefined }) {
  const t = useTranslations('services');
  return (
    <FormGroup name="channels" legend={t('form.channels')}>
      <div className="flex flex-wrap gap-x-8 gap-y-3">
        {channels.map((channel) => (
          <FormBox
            key={channel}
            name="channels[]"
            value={channel}
            defaultChecked={service ? service.channels.includes(channel) : channel === 'video'}
          >
            {t(`channels.${channel}`)}
          </FormBox>
        ))}
      </div>
    </FormGroup>
  );
}

/** Who of the practice gives it; on sale somebody does. */
export function ServiceMembers({
  service,
  members,
}: {
  service: OwnService | undefined;
  members: readonly Member[];
}) {
  const t = useTranslations('services.form');
  return (
    <FormGroup name="members" legend={t('members')}>
      {members.length === 0 && <p className="text-sm text-ink-2">{t('noMembers')}</p>}
      <div className="flex flex-wrap gap-x-8 gap-y-3">
        {members.map(({ id, name }) => (
          <FormBox
            key={id}
            name="members[]"
            value={id}
            defaultChecked={service ? service.memberIds.includes(id) : true}
          >
            {name}
          </FormBox>
        ))}
      </div>
    </FormGroup>
  );
}

/** Asked first, or confirmed at once. */
export function ServiceModes({ service }: { service: OwnService | undefined }) {
  const t = useTranslations('services');
  return (
    <FormGroup name="confirmationMode" legend={t('form.mode')}>
      <div className="grid gap-3 md:grid-cols-2">
        {confirmationModes.map((mode) => (
          <FormChoiceCard
            key={mode}
            name="confirmationMode"
            value={mode}
            defaultChecked={(service?.confirmationMode ?? 'request') === mode}
            heading={t(`modes.${mode}`)}
            detail={t(`modes.${mode}Text`)}
          />
        ))}
      </div>
    </FormGroup>
  );
}

/** When and where sessions are paid. */
export function PaymentModes({ service }: { service: OwnService | undefined }) {
  const t = useTranslations('services');
  return (
    <FormGroup name="paymentMode" legend={t('form.payment')}>
      <div className="grid gap-3 md:grid-cols-3">
        {paymentModes.map((mode) => (
          <FormChoiceCard
            key={mode}
            name="paymentMode"
            value={mode}
            defaultChecked={(service?.paymentMode ?? 'at_booking') === mode}
            heading={t(`payments.${mode}`)}
            detail={t(`payments.${mode}Text`)}
          />
        ))}
      </div>
    </FormGroup>
  );
}
