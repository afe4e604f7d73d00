import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { AccountActor } from '@/lib/access/actor';
import { countToReply } from '@/lib/claims/views/loaders';
import type { Href } from '@/lib/i18n/page-path';
import type { DashboardKey } from './dashboard-nav';
import { DashboardShell } from './dashboard-shell';
import { SignOut } from './sign-out';

type ClientShellProps = { actor: AccountActor; current: DashboardKey; page: Href; children: ReactNode };

/** The frame of every page of a client. */
export async function ClientShell({ actor, current, page, children }: ClientShellProps) {
  const [count, t] = await Promise.all([countToReply(actor), getTranslations('claims.menu')]);
  return (
    <DashboardShell
      area="client"
      current={current}
      page={page}
      account={{ id: actor.accountId, name: actor.name }}
      otherSides={[
        ...(actor.provider ? (['provider'] as const) : []),
        ...(actor.isAdmin ? (['admin'] as const) : []),
      ]}
      counts={{ claims: { value: count, label: t('reply', { count }) } }}
      signOut={<SignOut />}
    >
      {children}
    </DashboardShell>
  );
}
