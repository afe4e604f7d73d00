import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { AccountActor } from '@/lib/access/actor';
import { countToDecide } from '@/lib/claims/views/loaders';
import type { Href } from '@/lib/i18n/page-path';
import type { DashboardKey } from './dashboard-nav';
import { DashboardShell } from './dashboard-shell';
import { SignOut } from './sign-out';

type AdminShellProps = { actor: AccountActor; current: DashboardKey; page: Href; children: ReactNode };

/** The frame of every page of the operator. */
export async function AdminShell({ actor, current, page, children }: AdminShellProps) {
  const [count, t] = await Promise.all([countToDecide(actor), getTranslations('claims.menu')]);
  return (
    <DashboardShell
      area="admin"
      current={current}
      page={page}
      account={{ id: actor.accountId, name: actor.name }}
      otherSides={actor.provider ? ['client', 'provider'] : ['client']}
      counts={{ claims: { value: count, label: t('decide', { count }) } }}
      signOut={<SignOut />}
    >
      {children}
    </DashboardShell>
  );
}
