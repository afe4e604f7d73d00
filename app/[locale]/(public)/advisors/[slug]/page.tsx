import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { JsonLd } from '@/components/layout/json-ld';
import { MissingPage, missingMetadata } from '@/components/layout/missing-page';
import { excerpt, pageMetadata } from '@/components/layout/page-metadata';
import { SiteShell } from '@/components/layout/site-shell';
import { joinWords } from '@/components/profiles/join-words';
import { profileGraph } from '@/components/profiles/profile-graph';
import { ProfilePage } from '@/components/profiles/profile-page';
import { viewProfile } from '@/components/profiles/profile-view';
import { loadPublicAdvisor } from '@/lib/directory/loaders';
import { locales } from '@/lib/i18n/routing';
import { siteAddress } from '@/lib/i18n/site';
import { loadDemoInbox } from '@/lib/notifications/loaders';
import { isTranslated } from '@/lib/profiles/rules/shown-text';
import { isSpeciality } from '@/lib/profiles/rules/specialities';

// Static, made by the first request: a build needs no database (docs/decisions/005).
export const dynamic = 'error';
export const generateStaticParams = () => [];

type Props = PageProps<'/[locale]/advisors/[slug]'>;

async function loadView(slug: string) {
  const advisor = await loadPublicAdvisor(slug);
  if (!advisor) return null;
  const [locale, names] = await Promise.all([getLocale(), getTranslations('specialities')]);
  const specialityName = (code: string) => (isSpeciality(code) ? names(code) : code);
  return { advisor, locale, view: viewProfile(advisor, { locale, specialityName }) };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const shown = await loadView(slug);
  if (!shown) return missingMetadata();
  const { advisor, locale, view } = shown;
  const t = await getTranslations('seo.profile');
  const fields = joinWords(
    view.specialities.map(({ label }) => label),
    locale,
  );
  return pageMetadata({
    site: siteAddress(),
    page: { pathname: '/advisors/[slug]', params: { slug } },
    locale,
    title: fields ? t('title', { name: view.name, fields }) : t('plain', { name: view.name }),
    description: excerpt(`${view.headline}. ${view.about}`),
    translated: locales.filter((one) => isTranslated(advisor.profile.texts, one)),
    kind: 'profile',
  });
}

export default async function Page({ params }: Props) {
  const { slug } = await params;
  const shown = await loadView(slug);
  if (!shown) return <MissingPage />;
  const { locale, view } = shown;
  const t = await getTranslations('layout.nav');
  return (
    <SiteShell
      page={{ pathname: '/advisors/[slug]', params: { slug } }}
      current="advisors"
      demoInboxHref={loadDemoInbox()}
    >
      <JsonLd
        graph={profileGraph(view, { site: siteAddress(), locale, slug, directoryName: t('advisors') })}
      />
      <ProfilePage profile={view} />
    </SiteShell>
  );
}
