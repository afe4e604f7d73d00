import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { DirectoryPage } from '@/components/directory/directory-page';
import { viewDirectory } from '@/components/directory/directory-view';
import { pageMetadata } from '@/components/layout/page-metadata';
import { SiteShell } from '@/components/layout/site-shell';
import { loadSearch, readSearch } from '@/lib/directory/loaders';
import { siteAddress } from '@/lib/i18n/site';
import { loadDemoInbox } from '@/lib/notifications/loaders';
import { isSpeciality } from '@/lib/profiles/rules/specialities';

type Props = PageProps<'/[locale]/advisors'>;

/** Only the whole list and the list of a speciality are for search engines; every other search is one of the two. */
export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { q, speciality, language, within, available, after, before } = readSearch(await searchParams);
  const [t, names] = await Promise.all([getTranslations('seo.directory'), getTranslations('specialities')]);
  const field = speciality && isSpeciality(speciality) ? names(speciality) : undefined;
  return pageMetadata({
    site: siteAddress(),
    page: { pathname: '/advisors', query: { speciality } },
    locale: await getLocale(),
    title: field ? t('of', { field }) : t('title'),
    description: t('description'),
    isHidden: Boolean(q || language.length > 0 || within || available || after || before),
  });
}

export default async function Page({ searchParams }: Props) {
  const search = await loadSearch(await searchParams);
  const [locale, specialityName, withinName, filters] = await Promise.all([
    getLocale(),
    getTranslations('specialities'),
    getTranslations('directory.filters.within'),
    getTranslations('directory.filters'),
  ]);
  const { q, speciality, language, within, available } = search.input;
  const availableName = filters('available');
  return (
    <SiteShell
      page={{ pathname: '/advisors', query: { q, speciality, language, within, available } }}
      current="advisors"
      zoneGuess={search.isGuess ? search.zone : undefined}
      demoInboxHref={loadDemoInbox()}
    >
      <DirectoryPage view={viewDirectory(search, { locale, specialityName, withinName, availableName })} />
    </SiteShell>
  );
}
