import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { JsonLd } from '@/components/layout/json-ld';
import { pageMetadata } from '@/components/layout/page-metadata';
import { siteGraph } from '@/components/layout/site-graph';
import { SiteShell } from '@/components/layout/site-shell';
import { PlansPage } from '@/components/plans/plans-page';
import { siteAddress } from '@/lib/i18n/site';
import { loadDemoInbox } from '@/lib/notifications/loaders';
import { loadSoldPlans } from '@/lib/plans/loaders';

// Static, made by the first request: a build needs no database (docs/decisions/005).
export const dynamic = 'error';
export const generateStaticParams = () => [];

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('seo.plans');
  return pageMetadata({
    site: siteAddress(),
    page: '/plans',
    locale: await getLocale(),
    title: t('title'),
    description: t('description'),
  });
}

export default async function Page() {
  const [plans, locale] = await Promise.all([loadSoldPlans(), getLocale()]);
  return (
    <SiteShell page="/plans" current="plans" demoInboxHref={loadDemoInbox()}>
      <JsonLd graph={siteGraph(siteAddress(), locale)} />
      <PlansPage plans={plans} />
    </SiteShell>
  );
}
