import { useLocale, useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { ActionForm } from '@/components/ui/action-form';
import { Button, buttonStyles } from '@/components/ui/button';
import { Card, CardHead, CardList } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { SubmitButton } from '@/components/ui/submit-button';
import { leaveOrganisationAction } from '@/lib/booking/team/actions';
import { formatInstant } from '@/lib/i18n/time-format';
import { switchPracticeAction } from '@/lib/organisations/actions';
import type { Workplace } from '@/lib/organisations/types';

type WorkplacesProps = {
  workplaces: readonly Workplace[];
  zone: string;
  /** The practice in view. */
  current: string;
};

/** The practices of others at which one works, and the way out of each. */
export function Workplaces({ workplaces, zone, current }: WorkplacesProps) {
  const t = useTranslations('team.workplaces');
  return (
    <Card>
      <CardHead heading={t('heading')} />
      {workplaces.length === 0 ? (
        <EmptyState heading={t('emptyHeading')} level="h3">
          {t('emptyText')}
        </EmptyState>
      ) : (
        <CardList>
          {workplaces.map((workplace) => (
            <li key={workplace.membershipId}>
              <Row workplace={workplace} zone={zone} isInView={workplace.organisationId === current} />
            </li>
          ))}
        </CardList>
      )}
    </Card>
  );
}

type RowProps = { workplace: Workplace; zone: string; isInView: boolean };

function Row({ workplace, zone, isInView }: RowProps) {
  const t = useTranslations('team.workplaces');
  const roles = useTranslations('team.roles');
  const tConfirm = useTranslations('ui.confirm');
  const locale = useLocale();
  const { membershipId, organisationId, name, role, since } = workplace;
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
      <div className="grid min-w-0 flex-1 basis-60">
        <b className="font-semibold">{name}</b>
        <span className="text-sm text-ink-2">
          {roles(role)}, {t('since', { date: formatInstant(since, { locale, zone, style: 'date' }) })}
        </span>
        {role === 'member' && (
          <PageLink
            to={{ pathname: '/practice/availability', query: { practice: organisationId } }}
            className="link w-fit text-sm"
          >
            {t('hours')}
          </PageLink>
        )}
      </div>
      {role === 'manager' && !isInView && (
        <ActionForm action={switchPracticeAction}>
          <input type="hidden" name="providerId" value={organisationId} />
          <SubmitButton variant="secondary" size="sm">
            {t('open')}
          </SubmitButton>
        </ActionForm>
      )}
      <ConfirmDialog
        trigger={
          <Button variant="dangerQuiet" size="sm" aria-label={t('leaveOf', { name })}>
            {t('leave')}
          </Button>
        }
        heading={t('leaveOf', { name })}
        description={t('leaveText')}
        labels={{ confirm: t('leave'), keep: tConfirm('keep'), close: tConfirm('close') }}
        foldLook={buttonStyles({ variant: 'dangerQuiet', size: 'sm' })}
        action={leaveOrganisationAction}
        said={t('leftSaid', { name })}
      >
        <input type="hidden" name="membershipId" value={membershipId} />
      </ConfirmDialog>
    </div>
  );
}
