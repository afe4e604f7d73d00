import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AuthLayout } from '@/components/layout/auth-layout';
import { PageLink } from '@/components/layout/page-link';
import { KindChoice } from '@/components/profiles/editor/kind-choice';
import { RegisterForm } from '@/components/profiles/editor/register-form';
import { ownPractice } from '@/lib/access/actor';
import { loadActorOrSignIn } from '@/lib/accounts/loaders';
import { readZoneOptions } from '@/lib/accounts/zone-options';
import { redirectTo } from '@/lib/i18n/redirect';
import { loadSoldPlans } from '@/lib/plans/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('becomeAdvisor');
  return { title: t('title'), robots: { index: false } };
}

/**
 * From client to specialist or organisation: first which of the two, then plan and profile; nothing is chosen beforehand
 * but the plan that was pressed on the page of plans. Whoever has a practice of their own already goes there.
 */
export default async function BecomeAdvisorPage({ searchParams }: PageProps<'/[locale]/become-advisor'>) {
  const { kind: asked, next, plan: pressed } = await searchParams;
  const kind = asked === 'specialist' || asked === 'organisation' ? asked : null;
  const onward = {
    ...(typeof next === 'string' && { next }),
    ...(typeof pressed === 'string' && { plan: pressed }),
  };
  const page = { pathname: '/become-advisor', query: { ...(kind && { kind }), ...onward } } as const;
  const actor = await loadActorOrSignIn(page);
  const locale = await getLocale();
  if (ownPractice(actor)) {
    const isForPlan = onward.plan && actor.provider?.role === 'owner';
    return redirectTo(isForPlan ? '/practice/plan' : '/practice', locale);
  }
  const t = await getTranslations('becomeAdvisor');
  const plans = await loadSoldPlans();
  const first = plans.find(({ fee }) => fee.amount === 0);
  if (!kind) {
    return (
      <AuthLayout page={page} heading={t('title')} lede={t('lede')}>
        <KindChoice commissionBps={first?.commissionBps} query={onward} />
      </AuthLayout>
    );
  }
  const other = { pathname: '/become-advisor', query: onward } as const;
  const aside = (
    <PageLink to={other} className="link">
      {t('otherKind')}
    </PageLink>
  );
  return (
    <AuthLayout page={page} heading={t(`${kind}.title`)} lede={t(`${kind}.lede`)} aside={aside}>
      <RegisterForm
        kind={kind}
        plans={plans}
        name={kind === 'specialist' ? actor.name : ''}
        zone={actor.timeZone}
        zones={await readZoneOptions(locale)}
        {...onward}
      />
    </AuthLayout>
  );
}
