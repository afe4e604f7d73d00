import type { Metadata } from 'next';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/layout/dashboard-shell';
import { pageNumber } from '@/components/layout/page-number';
import { PracticeShell } from '@/components/layout/practice-shell';
import { HeldPlan } from '@/components/plans/held-plan';
import { InvoiceList } from '@/components/plans/invoice-list';
import { type Back, PlanBanners } from '@/components/plans/plan-banners';
import { PlanCard } from '@/components/plans/plan-card';
import { PlanChoice } from '@/components/plans/plan-choice';
import { Pagination } from '@/components/ui/pagination';
import { loadOwnerActor } from '@/lib/accounts/loaders';
import { pagePath } from '@/lib/i18n/page-path';
import { loadOwnInvoices, loadOwnPlan } from '@/lib/plans/subscriptions/loaders';
import { loadOwnProfile } from '@/lib/profiles/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('plan');
  return { title: t('title'), robots: { index: false } };
}

const backs: readonly Back[] = ['paid', 'open', 'failed'];

export default async function PlanPage({ searchParams }: PageProps<'/[locale]/practice/plan'>) {
  const query = await searchParams;
  const actor = await loadOwnerActor('/practice/plan');
  const number = pageNumber(query.page);
  const [{ timeZone: zone, status }, own, { invoices, hasMore }, locale] = await Promise.all([
    loadOwnProfile(actor),
    loadOwnPlan(actor),
    loadOwnInvoices(actor, number),
    getLocale(),
  ]);
  const [t, format] = await Promise.all([getTranslations('plan'), getFormatter()]);
  const vat =
    own.vatBps && format.number(own.vatBps / 10_000, { style: 'percent', maximumFractionDigits: 2 });
  const at = (page: number) => pagePath({ pathname: '/practice/plan', query: { page } }, locale);
  const back = backs.find((each) => each === query.back);
  return (
    <PracticeShell actor={actor} current="plan" page="/practice/plan">
      <PageHead heading={t('title')} lede={t('lede')} />
      <div className="grid gap-10">
        <PlanBanners own={own} zone={zone} back={back} isDraft={status === 'draft'} />
        <section className="grid max-w-[36rem] gap-3">
          <h2 className="font-serif text-h2">{t('current')}</h2>
          <HeldPlan own={own} zone={zone} />
          <p className="text-sm text-ink-2">{t('kept')}</p>
        </section>
        {own.choices.length > 0 && (
          <section className="grid gap-3">
            <h2 className="font-serif text-h2">{t('others')}</h2>
            <p className="text-sm text-ink-2">{vat ? t('addedVat', { rate: vat }) : t('noVat')}</p>
            <div className="grid gap-4 md:grid-cols-2 2xl:grid-cols-4">
              {own.choices.map((choice) => (
                <PlanCard key={choice.plan.code} plan={choice.plan}>
                  <PlanChoice own={own} choice={choice} zone={zone} />
                </PlanCard>
              ))}
            </div>
          </section>
        )}
        <section className="grid gap-3">
          <h2 className="font-serif text-h2">{t('invoices.heading')}</h2>
          <InvoiceList invoices={invoices} zone={zone} />
          <Pagination
            label={t('invoices.pages')}
            previousHref={number > 1 ? at(number - 1) : undefined}
            nextHref={hasMore ? at(number + 1) : undefined}
          />
        </section>
      </div>
    </PracticeShell>
  );
}
