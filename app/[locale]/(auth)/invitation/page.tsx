import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AuthLayout } from '@/components/layout/auth-layout';
import { PageLink } from '@/components/layout/page-link';
import { InvitationAnswer } from '@/components/organisations/invitation-answer';
import { buttonStyles } from '@/components/ui/button';
import { loadActor } from '@/lib/accounts/loaders';
import { pagePath } from '@/lib/i18n/page-path';
import { loadInvitation } from '@/lib/organisations/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('team.invitation');
  return { title: t('head'), robots: { index: false }, referrer: 'no-referrer' };
}

/** Shows who invites and what for; only a button answers, never the opening of the link. */
export default async function InvitationPage({ searchParams }: PageProps<'/[locale]/invitation'>) {
  const { token } = await searchParams;
  const actor = await loadActor();
  const loaded = await loadInvitation(actor, token);
  const t = await getTranslations('team.invitation');
  if (!loaded || typeof token !== 'string') {
    return (
      <AuthLayout page="/invitation" heading={t('invalidTitle')} lede={t('invalidText')}>
        {null}
      </AuthLayout>
    );
  }
  const { invitation, state } = loaded;
  const name = invitation.organisation.displayName;
  const page = { pathname: '/invitation', query: { token } } as const;
  return (
    <AuthLayout
      page={page}
      heading={t('title', { name })}
      lede={state === 'open' ? t(`lede.${invitation.role}`, { name }) : t(`over.${state}`, { name })}
    >
      {state === 'open' && (
        <InvitationAnswer
          loaded={loaded}
          actor={actor}
          token={token}
          next={pagePath(page, await getLocale())}
        />
      )}
      {state !== 'open' && actor.kind === 'account' && (
        <PageLink
          to={state === 'accepted' ? '/practice/team' : '/home'}
          className={buttonStyles({ size: 'lg', block: true })}
        >
          {state === 'accepted' ? t('toTeam') : t('toHome')}
        </PageLink>
      )}
    </AuthLayout>
  );
}
