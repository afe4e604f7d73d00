import { useTranslations } from 'next-intl';
import { ActionForm, FormTextField } from '@/components/ui/action-form';
import { Card, CardHead } from '@/components/ui/card';
import { FormChoiceCard } from '@/components/ui/form-choice';
import { FormGroup } from '@/components/ui/form-group';
import { SubmitButton } from '@/components/ui/submit-button';
import { inviteMemberAction } from '@/lib/organisations/actions';

/** Somebody's address, and what they are to be here; managers are the owner's to invite. */
export function InviteForm({ isOwner }: { isOwner: boolean }) {
  const t = useTranslations('team.invite');
  const roles = useTranslations('team.roles');
  return (
    <Card>
      <CardHead heading={t('heading')} />
      <ActionForm action={inviteMemberAction} said={t('sent')} className="card-pad grid gap-5 pt-0!">
        <p className="text-sm text-ink-2">{t('text')}</p>
        <FormTextField name="email" type="email" label={t('email')} autoComplete="off" required />
        {isOwner ? (
          <FormGroup name="role" legend={t('role')}>
            <div className="grid gap-3 md:grid-cols-2">
              {(['member', 'manager'] as const).map((role) => (
                <FormChoiceCard
                  key={role}
                  name="role"
                  value={role}
                  heading={roles(role)}
                  detail={t(`${role}Text`)}
                />
              ))}
            </div>
          </FormGroup>
        ) : (
          <input type="hidden" name="role" value="member" />
        )}
        <SubmitButton className="justify-self-start">{t('send')}</SubmitButton>
      </ActionForm>
    </Card>
  );
}
