import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ActionForm, FormTextArea } from '@/components/ui/action-form';
import { Disclosure } from '@/components/ui/disclosure';
import { SubmitButton } from '@/components/ui/submit-button';
import { noteOnClaimAction } from '@/lib/claims/actions';
import type { loadClaimToDecide } from '@/lib/claims/views/loaders';
import { ClaimPage, ClaimTitle } from './claim-page';
import { DecisionPanel } from './decision-panel';
import { Parties } from './parties';
import { PresenceChart } from './presence-chart';

type AdminClaimProps = NonNullable<Awaited<ReturnType<typeof loadClaimToDecide>>> & {
  zone: string;
  measures?: ReactNode;
};

/** Both sides, the facts, the story, and the decision. */
export function AdminClaim({
  stays,
  history,
  course,
  canDecide,
  zone,
  measures,
  ...loaded
}: AdminClaimProps) {
  const t = useTranslations('claims.decide');
  const { claim, left } = loaded;
  const { about } = claim;
  const isOnline = about.kind === 'seat' || about.channel !== 'in_person';
  const canAct = canDecide && claim.closedAt === null;
  return (
    <div className="min-w-0">
      <ClaimTitle
        claim={claim}
        other={t('between', { client: claim.client.name, advisor: claim.provider.name })}
      />
      <ClaimPage
        {...loaded}
        you="admin"
        zone={zone}
        canWrite={canAct}
        evidence={
          <>
            <Parties claim={claim} history={history} />
            {isOnline && (
              <PresenceChart
                stays={stays}
                startsAt={about.startsAt}
                endsAt={about.endsAt}
                zone={zone}
                names={{ client: claim.client.name, provider: claim.provider.name }}
              />
            )}
          </>
        }
        panel={
          canAct &&
          (claim.status === 'with_admin' ? (
            <DecisionPanel claim={claim} left={left} course={course} />
          ) : (
            <p className="text-sm text-ink-2">{t('notYet')}</p>
          ))
        }
      >
        {canDecide && <Note key={claim.messages.length} claimId={claim.id} />}
        {measures}
      </ClaimPage>
    </div>
  );
}

function Note({ claimId }: { claimId: string }) {
  const t = useTranslations('claims.note');
  return (
    <div className="border-t border-line">
      <Disclosure summary={t('heading')}>
        <ActionForm action={noteOnClaimAction} said={t('said')} className="grid gap-3">
          <input type="hidden" name="claimId" value={claimId} />
          <FormTextArea name="text" label={t('label')} hint={t('hint')} rows={3} maxLength={5000} />
          <SubmitButton variant="secondary" size="sm" className="justify-self-start">
            {t('keep')}
          </SubmitButton>
        </ActionForm>
      </Disclosure>
    </div>
  );
}
