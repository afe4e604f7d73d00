import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { SiteShell } from '@/components/layout/site-shell';
import { TimesPage } from '@/components/profiles/times-page';
import { viewTimes } from '@/components/profiles/times-view';
import { loadPublicAdvisor, loadTimes } from '@/lib/directory/loaders';
import { loadDemoInbox } from '@/lib/notifications/loaders';

type Props = PageProps<'/[locale]/advisors/[slug]/times'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const advisor = await loadPublicAdvisor((await params).slug);
  const t = await getTranslations('profile.times');
  return {
    ...(advisor && { title: t('heading', { name: advisor.profile.displayName }) }),
    robots: { index: false },
  };
}

export default async function Page({ params, searchParams }: Props) {
  const { slug } = await params;
  const query = await searchParams;
  const times = await loadTimes(slug, query);
  if (!times) notFound();
  return (
    <SiteShell
      page={{ pathname: '/advisors/[slug]/times', params: { slug }, query: { service: times.service.id } }}
      current="advisors"
      demoInboxHref={loadDemoInbox()}
    >
      <TimesPage view={viewTimes(times, await getLocale())} />
    </SiteShell>
  );
}
