import { useLocale, useTranslations } from 'next-intl';
import { Button, buttonStyles } from '@/components/ui/button';
import { Card, CardHead, CardList } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { formatZoned } from '@/lib/i18n/zoned-time';
import { revokeInvitationAction } from '@/lib/organisations/actions';
import type { InvitationState } from '@/lib/organisations/rules/invitation';
import type { Invitation } from '@/lib/organisations/types';

type Row = Invitation & { state: InvitationState };
type InvitationListProps = { invitations: readonly Row[]; isOwner: boolean; zone: string };

/** Who was invited and has not accepted, in which state. */
export function InvitationList({ invitations, isOwner, zone }: InvitationListProps) {
  const t = useTranslations('team.invitations');
  if (invitations.length === 0) return null;
  return (
    <Card>
      <CardHead heading={t('heading')} />
      <CardList>
        {invitations.map((invitation) => (
          <li key={invitation.id}>
            <InvitationRow
              invitation={invitation}
              zone={zone}
              canRevoke={isOwner || invitation.role === 'member'}
            />
          </li>
        ))}
      </CardList>
    </Card>
  );
}

type InvitationRowProps = { invitation: Row; zone: string; canRevoke: boolean };

function InvitationRow({ invitation, zone, canRevoke }: InvitationRowProps) {
  const t = useTranslations('team.invitations');
  const roles = useTranslations('team.roles');
  const tConfirm = useTranslations('ui.confirm');
  const locale = useLocale();
  const { id, email, role, state, expiresAt } = invitation;
  const until = formatZoned(expiresAt, { locale, zone });
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
      <div className="grid min-w-0 flex-1 basis-60">
        <b className="font-semibold break-words">{email}</b>
        <span className="text-sm text-ink-2">
          {roles(role)}. {state === 'open' ? t('open', { date: until }) : t(`states.${state}`)}
        </span>
      </div>
      {state === 'open' && canRevoke && (
        <ConfirmDialog
          trigger={
            <Button variant="secondary" size="sm" aria-label={t('revokeOf', { email })}>
              {t('revoke')}
            </Button>
          }
          heading={t('revokeHeading')}
          description={t('revokeText', { email })}
          labels={{ confirm: t('revoke'), keep: tConfirm('keep'), close: tConfirm('close') }}
          foldLook={buttonStyles({ variant: 'secondary', size: 'sm' })}
          action={revokeInvitationAction}
          said={t('revokedSaid')}
        >
          <input type="hidden" name="invitationId" value={id} />
        </ConfirmDialog>
      )}
    </div>
  );
}
