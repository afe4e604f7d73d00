import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AgendaView } from '@/components/agenda/agenda-view';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PracticeShell } from '@/components/layout/practice-shell';
import { MemberFilter } from '@/components/organisations/member-filter';
import { loadProviderActor } from '@/lib/accounts/loaders';
import { loadAgendaPeriod } from '@/lib/booking/agenda-loaders';
import { loadAgendaEvents } from '@/lib/events/hosting/loaders';
import { pagePath } from '@/lib/i18n/page-path';
import { loadMembers } from '@/lib/organisations/loaders';
import { chosenMember } from '@/lib/organisations/rules/chosen-member';
import { loadOwnProfile } from '@/lib/profiles/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('agenda');
  return { title: t('title'), robots: { index: false } };
}

export default async function AgendaPage({ searchParams }: PageProps<'/[locale]/practice/agenda'>) {
  const actor = await loadProviderActor('/practice/agenda');
  const [{ timeZone }, members] = await Promise.all([loadOwnProfile(actor), loadMembers(actor)]);
  const asked = await searchParams;
  const member = chosenMember(members, asked.member);
  const content = await loadAgendaPeriod(actor, timeZone, { view: asked.view, date: asked.date, member });
  const events = await loadAgendaEvents(actor, content.window, member);
  const t = await getTranslations('agenda');
  const { view, date } = content.period;
  return (
    <PracticeShell actor={actor} current="agenda" page="/practice/agenda">
      <PageHead heading={t('title')} lede={t('lede')} />
      <MemberFilter
        action={pagePath('/practice/agenda', await getLocale())}
        members={members}
        value={member}
        kept={{ view, date }}
      />
      <AgendaView
        content={content}
        events={events}
        zone={timeZone}
        member={member}
        canBlock={actor.provider.kind === 'specialist'}
      />
    </PracticeShell>
  );
}
