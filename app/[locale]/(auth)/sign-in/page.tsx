import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AuthLayout } from '@/components/layout/auth-layout';
import { PageLink } from '@/components/layout/page-link';
import { ActionForm, FormTextField } from '@/components/ui/action-form';
import { DemoAccounts } from '@/components/accounts/demo-accounts';
import { SubmitButton } from '@/components/ui/submit-button';
import { signInAction } from '@/lib/accounts/actions';
import { demoPassword, readDemoAccounts } from '@/lib/accounts/demo-accounts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.signIn');
  return { title: t('title'), robots: { index: false } };
}

export default async function SignInPage({ searchParams }: PageProps<'/[locale]/sign-in'>) {
  const { next } = await searchParams;
  const t = await getTranslations('auth.signIn');
  const query = typeof next === 'string' ? { next } : {};
  const aside = (
    <p className="flex flex-wrap justify-between gap-2">
      <PageLink to={{ pathname: '/reset', query }} className="link">
        {t('forgot')}
      </PageLink>
      <span>
        {t('noAccount')}{' '}
        <PageLink to={{ pathname: '/register', query }} className="link">
          {t('register')}
        </PageLink>
      </span>
    </p>
  );
  return (
    <AuthLayout page="/sign-in" heading={t('title')} aside={aside}>
      <ActionForm action={signInAction} className="grid gap-4">
        {typeof next === 'string' && <input type="hidden" name="next" value={next} />}
        <FormTextField
          name="identifier"
          label={t('identifier')}
          autoComplete="username"
          inputMode="email"
          required
        />
        <FormTextField
          name="password"
          type="password"
          label={t('password')}
          autoComplete="current-password"
          required
        />
        <SubmitButton size="lg" block>
          {t('submit')}
        </SubmitButton>
      </ActionForm>
      <DemoAccounts accounts={readDemoAccounts()} password={demoPassword} />
    </AuthLayout>
  );
}
