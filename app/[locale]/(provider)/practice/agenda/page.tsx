import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AgendaView } from '@/components/agenda/agenda-view';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PracticeShell } from '@/components/layout/practice-shell';
import { loadProviderActor } from '@/lib/accounts/loaders';
import { loadAgendaPeriod } from '@/lib/booking/agenda-loaders';
import { loadOwnProfile } from '@/lib/profiles/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('agenda');
  return { title: t('title'), robots: { index: false } };
}

export default async function AgendaPage({ searchParams }: PageProps<'/[locale]/practice/agenda'>) {
  const actor = await loadProviderActor('/practice/agenda');
  const { timeZone } = await loadOwnProfile(actor);
  const { view, date } = await searchParams;
  const content = await loadAgendaPeriod(actor, timeZone, { view, date });
  const t = await getTranslations('agenda');
  return (
    <PracticeShell actor={actor} current="agenda" page="/practice/agenda">
      <PageHead heading={t('title')} lede={t('lede')} />
      <AgendaView content={content} zone={timeZone} />
    </PracticeShell>
  );
}
