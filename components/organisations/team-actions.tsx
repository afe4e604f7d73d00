import { useTranslations } from 'next-intl';
import { Button, buttonStyles } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { changeRoleAction, removeMemberAction } from '@/lib/booking/team/actions';
import type { TeamPageRow } from '@/lib/booking/team/loaders';

type TeamActionsProps = { row: TeamPageRow; isOwner: boolean };

const look = { variant: 'secondary', size: 'sm' } as const;

/** Another role, or parting; with managers these are the owner's. */
export function TeamActions({ row: { id, name, role }, isOwner }: TeamActionsProps) {
  const t = useTranslations('team.actions');
  const tConfirm = useTranslations('ui.confirm');
  const subject = <input type="hidden" name="membershipId" value={id} />;
  if (!isOwner && role === 'manager') return null;
  const other = role === 'member' ? 'manager' : 'member';
  const labels = { keep: tConfirm('keep'), close: tConfirm('close') };
  return (
    <div className="flex flex-wrap gap-2">
      {isOwner && (
        <ConfirmDialog
          trigger={
            <Button {...look} aria-label={t(`${other}.of`, { name })}>
              {t(`${other}.label`)}
            </Button>
          }
          heading={t(`${other}.of`, { name })}
          description={t(`${other}.text`)}
          labels={{ ...labels, confirm: t(`${other}.label`) }}
          variant="primary"
          foldLook={buttonStyles(look)}
          action={changeRoleAction}
          said={t('roleSaid', { name })}
        >
          {subject}
          <input type="hidden" name="role" value={other} />
        </ConfirmDialog>
      )}
      <ConfirmDialog
        trigger={
          <Button variant="dangerQuiet" size="sm" aria-label={t('removeOf', { name })}>
            {t('remove')}
          </Button>
        }
        heading={t('removeOf', { name })}
        description={t('removeText')}
        labels={{ ...labels, confirm: t('remove') }}
        foldLook={buttonStyles({ variant: 'dangerQuiet', size: 'sm' })}
        action={removeMemberAction}
        said={t('removedSaid', { name })}
      >
        {subject}
      </ConfirmDialog>
    </div>
  );
}
