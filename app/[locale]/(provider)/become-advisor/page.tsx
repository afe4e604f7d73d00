import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AuthLayout } from '@/components/layout/auth-layout';
import { Benefits } from '@/components/profiles/editor/benefits';
import { RegisterForm } from '@/components/profiles/editor/register-form';
import { loadActorOrSignIn } from '@/lib/accounts/loaders';
import { readZoneOptions } from '@/lib/accounts/zone-options';
import { redirectTo } from '@/lib/i18n/redirect';
import { loadDefaultPlan } from '@/lib/plans/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('becomeAdvisor');
  return { title: t('title'), robots: { index: false } };
}

/** From client to specialist on the plan Basic; whoever is one already goes to the practice. */
export default async function BecomeAdvisorPage() {
  const actor = await loadActorOrSignIn('/become-advisor');
  const locale = await getLocale();
  if (actor.provider) return redirectTo('/practice', locale);
  const t = await getTranslations('becomeAdvisor');
  const plan = await loadDefaultPlan();
  return (
    <AuthLayout page="/become-advisor" heading={t('title')} lede={t('lede')}>
      {plan && <Benefits commissionBps={plan.commissionBps} />}
      <RegisterForm name={actor.name} zone={actor.timeZone} zones={await readZoneOptions(locale)} />
    </AuthLayout>
  );
}
