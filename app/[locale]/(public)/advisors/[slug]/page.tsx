import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { SiteShell } from '@/components/layout/site-shell';
import { ProfilePage } from '@/components/profiles/profile-page';
import { viewProfile } from '@/components/profiles/profile-view';
import { loadPublicAdvisor } from '@/lib/directory/loaders';
import { currentLocale } from '@/lib/i18n/current';
import { loadDemoInbox } from '@/lib/notifications/loaders';
import { isSpeciality } from '@/lib/profiles/rules/specialities';

// Static, made by the first request: a build needs no database (docs/decisions, public pages).
export const dynamic = 'error';
export const generateStaticParams = () => [];

export default async function Page({ params }: PageProps<'/[locale]/advisors/[slug]'>) {
  const { slug } = await params;
  const advisor = await loadPublicAdvisor(slug);
  if (!advisor) notFound();
  const names = await getTranslations('specialities');
  const view = viewProfile(advisor, {
    locale: await currentLocale(),
    specialityName: (code) => (isSpeciality(code) ? names(code) : code),
  });
  return (
    <SiteShell
      page={{ pathname: '/advisors/[slug]', params: { slug } }}
      current="advisors"
      demoInboxHref={loadDemoInbox()}
    >
      <ProfilePage profile={view} />
    </SiteShell>
  );
}
