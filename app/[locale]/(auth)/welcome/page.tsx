import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { TimeZoneField } from '@/components/accounts/time-zone-field';
import { AuthLayout } from '@/components/layout/auth-layout';
import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { confirmTimeZoneAction } from '@/lib/accounts/actions';
import { loadActorOrSignIn } from '@/lib/accounts/loaders';
import { readZoneOptions } from '@/lib/accounts/zone-options';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.welcome');
  return { title: t('title'), robots: { index: false } };
}

/** The first step after registering: the browser's zone is offered, the person confirms it. */
export default async function WelcomePage({ searchParams }: PageProps<'/[locale]/welcome'>) {
  const { next } = await searchParams;
  const { timeZone } = await loadActorOrSignIn('/welcome');
  const t = await getTranslations('auth.welcome');
  return (
    <AuthLayout page="/welcome" heading={t('title')} lede={t('lede')}>
      <ActionForm action={confirmTimeZoneAction} className="grid gap-4">
        {typeof next === 'string' && <input type="hidden" name="next" value={next} />}
        <TimeZoneField
          label={t('timeZone')}
          options={await readZoneOptions(await getLocale())}
          chosen={timeZone}
        />
        <SubmitButton size="lg" block>
          {t('submit')}
        </SubmitButton>
      </ActionForm>
    </AuthLayout>
  );
}
