import { getTranslations } from 'next-intl/server';
import { DirectoryPage } from '@/components/directory/directory-page';
import { viewDirectory } from '@/components/directory/directory-view';
import { SiteShell } from '@/components/layout/site-shell';
import { loadSearch } from '@/lib/directory/loaders';
import { currentLocale } from '@/lib/i18n/current';
import { loadDemoInbox } from '@/lib/notifications/loaders';

export default async function Page({ searchParams }: PageProps<'/[locale]/advisors'>) {
  const search = await loadSearch(await searchParams);
  const [locale, specialityName, withinName] = await Promise.all([
    currentLocale(),
    getTranslations('specialities'),
    getTranslations('directory.filters.within'),
  ]);
  const { q, speciality, language, within } = search.input;
  return (
    <SiteShell
      page={{ pathname: '/advisors', query: { q, speciality, language, within } }}
      current="advisors"
      zoneGuess={search.isGuess ? search.zone : undefined}
      demoInboxHref={loadDemoInbox()}
    >
      <DirectoryPage view={viewDirectory(search, { locale, specialityName, withinName })} />
    </SiteShell>
  );
}
