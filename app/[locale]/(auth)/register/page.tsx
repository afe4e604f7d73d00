import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { NameField, NewPasswordField } from '@/components/accounts/account-fields';
import { AuthLayout } from '@/components/layout/auth-layout';
import { PageLink } from '@/components/layout/page-link';
import { ActionForm, FormCheckbox, FormTextField } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { registerAction } from '@/lib/accounts/actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.register');
  return { title: t('title'), robots: { index: false } };
}

export default async function RegisterPage({ searchParams }: PageProps<'/[locale]/register'>) {
  const { next } = await searchParams;
  const t = await getTranslations('auth.register');
  const query = typeof next === 'string' ? { next } : {};
  const aside = (
    <p>
      {t('haveAccount')}{' '}
      <PageLink to={{ pathname: '/sign-in', query }} className="link">
        {t('signIn')}
      </PageLink>
    </p>
  );
  return (
    <AuthLayout page="/register" heading={t('title')} lede={t('lede')} aside={aside}>
      <ActionForm action={registerAction} className="grid gap-4">
        {typeof next === 'string' && <input type="hidden" name="next" value={next} />}
        <input type="hidden" name="locale" value={await getLocale()} />
        <NameField />
        <FormTextField name="email" type="email" label={t('email')} autoComplete="email" required />
        <NewPasswordField name="password" />
        <FormCheckbox name="terms">{t('terms')}</FormCheckbox>
        <SubmitButton size="lg" block>
          {t('submit')}
        </SubmitButton>
      </ActionForm>
    </AuthLayout>
  );
}
