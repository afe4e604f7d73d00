import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { ProviderActor } from '@/lib/access/actor';
import { countWaitingRequests } from '@/lib/booking/practice-loaders';
import type { Href } from '@/lib/i18n/page-path';
import { loadOwnProfile } from '@/lib/profiles/loaders';
import { portraitAddress } from '@/lib/profiles/rules/portraits';
import type { DashboardKey } from './dashboard-nav';
import { DashboardShell } from './dashboard-shell';
import { SignOut } from './sign-out';

type PracticeShellProps = {
  actor: ProviderActor;
  current: DashboardKey;
  page: Href;
  children: ReactNode;
};

/** The frame of every page of a practice, with the requests that wait. */
export async function PracticeShell({ actor, current, page, children }: PracticeShellProps) {
  const [profile, count] = await Promise.all([loadOwnProfile(actor), countWaitingRequests(actor)]);
  const t = await getTranslations('practice.requests');
  const picture = portraitAddress(profile.portrait);
  return (
    <DashboardShell
      area="provider"
      current={current}
      page={page}
      account={{ id: profile.id, name: profile.displayName, picture }}
      counts={{ requests: { value: count, label: t('count', { count }) } }}
      hasOtherSide
      signOut={<SignOut />}
    >
      {children}
    </DashboardShell>
  );
}
