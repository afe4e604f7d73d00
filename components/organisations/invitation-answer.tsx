import { useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { SignOut } from '@/components/layout/sign-out';
import { ActionForm } from '@/components/ui/action-form';
import { Banner } from '@/components/ui/banner';
import { buttonStyles } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Actor } from '@/lib/access/actor';
import { acceptInvitationAction, declineInvitationAction } from '@/lib/organisations/actions';
import type { LoadedInvitation } from '@/lib/organisations/loaders';

type InvitationAnswerProps = {
  loaded: LoadedInvitation;
  actor: Actor;
  token: string;
  /** This very page, to come back to. */
  next: string;
};

function SignInFirst({ email, next }: { email: string; next: string }) {
  const t = useTranslations('team.invitation');
  return (
    <div className="grid gap-3">
      <p className="text-sm text-ink-2">{t('signInFirst', { email })}</p>
      <PageLink
        to={{ pathname: '/sign-in', query: { next } }}
        className={buttonStyles({ size: 'lg', block: true })}
      >
        {t('signIn')}
      </PageLink>
      <PageLink
        to={{ pathname: '/register', query: { next } }}
        className={buttonStyles({ variant: 'secondary', size: 'lg', block: true })}
      >
        {t('register')}
      </PageLink>
    </div>
  );
}

/** What whoever opened an invitation can do with it: sign in first, become a specialist first, accept or decline. */
export function InvitationAnswer({ loaded, actor, token, next }: InvitationAnswerProps) {
  const t = useTranslations('team.invitation');
  const { hindrance, invitation } = loaded;
  if (actor.kind !== 'account') return <SignInFirst email={invitation.email} next={next} />;
  if (hindrance === 'organisation.otherAccount') {
    return (
      <Banner tone="warm" action={<SignOut />}>
        {t('otherAccount', { email: invitation.email, own: actor.email })}
      </Banner>
    );
  }
  return (
    <div className="grid gap-3">
      {hindrance === 'organisation.specialistNeeded' && (
        <>
          <p className="text-sm text-ink-2">{t('specialistFirst')}</p>
          <PageLink
            to={{ pathname: '/become-advisor', query: { kind: 'specialist', next } }}
            className={buttonStyles({ size: 'lg', block: true })}
          >
            {t('becomeSpecialist')}
          </PageLink>
        </>
      )}
      {hindrance === 'organisation.isOrganisation' && <Banner tone="warm">{t('isOrganisation')}</Banner>}
      {hindrance === 'organisation.ownerInvited' && <Banner tone="warm">{t('isOwner')}</Banner>}
      {hindrance === null && (
        <ActionForm action={acceptInvitationAction} className="grid gap-3">
          <input type="hidden" name="token" value={token} />
          <SubmitButton size="lg" block>
            {t('accept')}
          </SubmitButton>
        </ActionForm>
      )}
      <ActionForm action={declineInvitationAction} className="grid gap-3">
        <input type="hidden" name="token" value={token} />
        <SubmitButton variant="secondary" size="lg" block>
          {t('decline')}
        </SubmitButton>
      </ActionForm>
    </div>
  );
}
