import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PracticeShell } from '@/components/layout/practice-shell';
import { InvitationList } from '@/components/organisations/invitation-list';
import { InviteForm } from '@/components/organisations/invite-form';
import { TeamList } from '@/components/organisations/team-list';
import { Workplaces } from '@/components/organisations/workplaces';
import type { ProviderActor } from '@/lib/access/actor';
import { loadProviderActor } from '@/lib/accounts/loaders';
import { loadTeamPage } from '@/lib/booking/team/loaders';
import { loadWorkplaces } from '@/lib/organisations/loaders';
import { loadOwnProfile } from '@/lib/profiles/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('team');
  return { title: t('title'), robots: { index: false } };
}

/** An organisation's team and invitations; for everybody the practices of others at which they work. */
export default async function TeamPage() {
  const actor = await loadProviderActor('/practice/team');
  const [{ timeZone: zone }, workplaces] = await Promise.all([loadOwnProfile(actor), loadWorkplaces(actor)]);
  const t = await getTranslations('team');
  const isOrganisation = actor.provider.kind === 'organisation';
  return (
    <PracticeShell actor={actor} current="team" page="/practice/team">
      <PageHead heading={t('title')} lede={isOrganisation ? t('lede') : t('ledeOwn')} />
      <div className="grid max-w-[52rem] gap-6">
        {isOrganisation && <Team actor={actor} zone={zone} />}
        {(!isOrganisation || workplaces.length > 0) && (
          <Workplaces workplaces={workplaces} zone={zone} current={actor.provider.id} />
        )}
      </div>
    </PracticeShell>
  );
}

async function Team({ actor, zone }: { actor: ProviderActor; zone: string }) {
  const { rows, invitations } = await loadTeamPage(actor);
  const isOwner = actor.provider.role === 'owner';
  return (
    <>
      <TeamList rows={rows} isOwner={isOwner} ownId={actor.accountId} zone={zone} />
      <InvitationList invitations={invitations} isOwner={isOwner} zone={zone} />
      <InviteForm
        // Sent, it begins anew.
        key={invitations[0]?.id ?? 'first'}
        isOwner={isOwner}
      />
    </>
  );
}
