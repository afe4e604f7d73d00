import { getTranslations } from 'next-intl/server';
import { HomePage } from '@/components/home/home-page';
import { viewHome } from '@/components/home/home-view';
import { SiteShell } from '@/components/layout/site-shell';
import { loadHomeFacts } from '@/lib/directory/loaders';
import { currentLocale } from '@/lib/i18n/current';
import { loadDemoInbox } from '@/lib/notifications/loaders';
import { loadDefaultPlan } from '@/lib/plans/loaders';

// Static, made by the first request: a build needs no database (docs/decisions, public pages).
export const dynamic = 'error';
export const generateStaticParams = () => [];

export default async function Page() {
  const [facts, plan, locale, specialityName, t] = await Promise.all([
    loadHomeFacts(),
    loadDefaultPlan(),
    currentLocale(),
    getTranslations('specialities'),
    getTranslations('home.fields.details'),
  ]);
  const view = viewHome(facts, plan?.commissionBps ?? 0, { locale, specialityName, specialityDetail: t });
  return (
    <SiteShell page="/" demoInboxHref={loadDemoInbox()}>
      <HomePage view={view} />
    </SiteShell>
  );
}
