import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { ProviderActor } from '@/lib/access/actor';
import { countWaitingRequests } from '@/lib/booking/practice-loaders';
import { countToAnswer } from '@/lib/claims/views/loaders';
import type { Href } from '@/lib/i18n/page-path';
import { loadPracticeChoices } from '@/lib/organisations/loaders';
import { loadOwnProfile } from '@/lib/profiles/loaders';
import { portraitAddress } from '@/lib/profiles/rules/portraits';
import type { DashboardKey } from './dashboard-nav';
import { DashboardShell } from './dashboard-shell';
import { PracticeSwitch } from './practice-switch';
import { SignOut } from './sign-out';

type PracticeShellProps = {
  actor: ProviderActor;
  current: DashboardKey;
  page: Href;
  children: ReactNode;
};

/** What only the owner of a practice sees. */
const ownersPages: readonly DashboardKey[] = ['earnings', 'plan'];

/** The frame of every page of a practice, with the requests that wait. */
export async function PracticeShell({ actor, current, page, children }: PracticeShellProps) {
  const [profile, count, claims, choices] = await Promise.all([
    loadOwnProfile(actor),
    countWaitingRequests(actor),
    countToAnswer(actor),
    loadPracticeChoices(actor),
  ]);
  const { id, kind, role } = actor.provider;
  const [t, tClaims] = await Promise.all([
    getTranslations('practice.requests'),
    getTranslations('claims.menu'),
  ]);
  const picture = portraitAddress(profile.portrait);
  return (
    <DashboardShell
      area="provider"
      current={current}
      page={page}
      account={{
        id: profile.id,
        name: profile.displayName,
        picture,
        kind: kind === 'organisation' ? kind : 'person',
      }}
      counts={{
        requests: { value: count, label: t('count', { count }) },
        claims: { value: claims, label: tClaims('answer', { count: claims }) },
      }}
      hidden={role === 'owner' ? [] : ownersPages}
      otherSides={actor.isAdmin ? ['client', 'admin'] : ['client']}
      switcher={choices.length > 1 && <PracticeSwitch choices={choices} current={id} />}
      signOut={<SignOut />}
    >
      {children}
    </DashboardShell>
  );
}
