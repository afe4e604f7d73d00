import type { ReactNode } from 'react';
import type { ProviderActor } from '@/lib/access/actor';
import type { Href } from '@/lib/i18n/navigation';
import type { DashboardKey } from './dashboard-nav';
import { DashboardShell } from './dashboard-shell';
import { SignOut } from './sign-out';

type PracticeShellProps = {
  actor: ProviderActor;
  current: DashboardKey;
  page: Href;
  children: ReactNode;
};

/** The frame of every page of a practice. */
export function PracticeShell({ actor, current, page, children }: PracticeShellProps) {
  return (
    <DashboardShell
      area="provider"
      current={current}
      page={page}
      account={{ id: actor.provider.id, name: actor.name }}
      hasOtherSide
      signOut={<SignOut />}
    >
      {children}
    </DashboardShell>
  );
}
