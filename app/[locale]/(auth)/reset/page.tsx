import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewPasswordField } from '@/components/accounts/account-fields';
import { AuthLayout } from '@/components/layout/auth-layout';
import { PageLink } from '@/components/layout/page-link';
import { ActionForm, FormTextField } from '@/components/ui/action-form';
import { EmptyState } from '@/components/ui/empty-state';
import { SubmitButton } from '@/components/ui/submit-button';
import { requestResetAction, resetPasswordAction } from '@/lib/accounts/actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.reset');
  return { title: t('title'), robots: { index: false } };
}

/** Asks for the link; with the link's token, for the new password. */
export default async function ResetPage({ searchParams }: PageProps<'/[locale]/reset'>) {
  const { token, next } = await searchParams;
  const onward = typeof next === 'string' && <input type="hidden" name="next" value={next} />;
  const t = await getTranslations('auth.reset');
  if (typeof token === 'string') {
    return (
      <AuthLayout
        page="/reset"
        heading={t('chooseTitle')}
        aside={
          <PageLink to="/reset" className="link">
            {t('again')}
          </PageLink>
        }
      >
        <ActionForm action={resetPasswordAction} className="grid gap-4">
          <input type="hidden" name="token" value={token} />
          {onward}
          <NewPasswordField name="newPassword" label={t('newPassword')} />
          <SubmitButton size="lg" block>
            {t('choose')}
          </SubmitButton>
        </ActionForm>
      </AuthLayout>
    );
  }
  const aside = (
    <PageLink to="/sign-in" className="link">
      {t('back')}
    </PageLink>
  );
  return (
    <AuthLayout page="/reset" heading={t('title')} lede={t('lede')} aside={aside}>
      <ActionForm
        action={requestResetAction}
        className="grid gap-4"
        replace
        done={<EmptyState heading={t('sentTitle')}>{t('sentText')}</EmptyState>}
      >
        {onward}
        <FormTextField name="email" type="email" label={t('email')} autoComplete="email" required />
        <SubmitButton size="lg" block>
          {t('submit')}
        </SubmitButton>
      </ActionForm>
    </AuthLayout>
  );
}
