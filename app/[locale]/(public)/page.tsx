import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { HomePage } from '@/components/home/home-page';
import { viewHome } from '@/components/home/home-view';
import { JsonLd } from '@/components/layout/json-ld';
import { pageMetadata } from '@/components/layout/page-metadata';
import { siteGraph } from '@/components/layout/site-graph';
import { SiteShell } from '@/components/layout/site-shell';
import { loadHomeFacts } from '@/lib/directory/loaders';
import { siteAddress } from '@/lib/i18n/site';
import { loadDemoInbox } from '@/lib/notifications/loaders';
import { loadDefaultPlan } from '@/lib/plans/loaders';

// Static, made by the first request: a build needs no database (docs/decisions/005).
export const dynamic = 'error';
export const generateStaticParams = () => [];

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('seo.home');
  return pageMetadata({
    site: siteAddress(),
    page: '/',
    locale: await getLocale(),
    title: t('title'),
    description: t('description'),
  });
}

export default async function Page() {
  const [facts, plan, locale, specialityName, t] = await Promise.all([
    loadHomeFacts(),
    loadDefaultPlan(),
    getLocale(),
    getTranslations('specialities'),
    getTranslations('home.fields.details'),
  ]);
  const view = viewHome(facts, plan?.commissionBps ?? 0, { locale, specialityName, specialityDetail: t });
  return (
    <SiteShell page="/" demoInboxHref={loadDemoInbox()}>
      <JsonLd graph={siteGraph(siteAddress(), locale)} />
      <HomePage view={view} />
    </SiteShell>
  );
}
