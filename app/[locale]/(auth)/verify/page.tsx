import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AuthLayout } from '@/components/layout/auth-layout';
import { Form } from '@/components/layout/form';
import { SubmitButton } from '@/components/ui/submit-button';
import { resendVerificationAction, verifyEmailAction } from '@/lib/accounts/actions';
import { loadActorOrSignIn } from '@/lib/accounts/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.verify');
  return { title: t('title'), robots: { index: false } };
}

/** With the token of an e-mail: one button confirms the address. Without: how to get the e-mail again. */
export default async function VerifyPage({ searchParams }: PageProps<'/[locale]/verify'>) {
  const { token, next } = await searchParams;
  const t = await getTranslations('auth.verify');
  const hidden = typeof next === 'string' && <input type="hidden" name="next" value={next} />;
  if (typeof token === 'string') {
    return (
      <AuthLayout page="/verify" heading={t('title')} lede={t('lede')}>
        <Form action={verifyEmailAction} className="grid gap-4">
          {hidden}
          <input type="hidden" name="token" value={token} />
          <SubmitButton size="lg" block>
            {t('submit')}
          </SubmitButton>
        </Form>
      </AuthLayout>
    );
  }
  const { email } = await loadActorOrSignIn('/verify');
  return (
    <AuthLayout page="/verify" heading={t('missingTitle')} lede={t('missingText', { email })}>
      <Form action={resendVerificationAction} className="grid gap-4" done={t('resent')}>
        {hidden}
        <SubmitButton variant="secondary" block>
          {t('resend')}
        </SubmitButton>
      </Form>
    </AuthLayout>
  );
}
