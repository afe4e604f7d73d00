import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { NameField, NewPasswordField } from '@/components/accounts/account-fields';
import { AuthLayout } from '@/components/layout/auth-layout';
import { PageLink } from '@/components/layout/page-link';
import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { resendVerificationAction, verifyEmailAction } from '@/lib/accounts/actions';
import { redirectHomeOrSignIn } from '@/lib/accounts/loaders';
import { readAsksToChoose, readWaitingEmail } from '@/lib/accounts/read-registration';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.verify');
  return { title: t('title'), robots: { index: false } };
}

/**
 * With the token of an e-mail: one button confirms the address, in another browser than the one that registered after
 * name and password are chosen. Without: how to get the e-mail again.
 */
export default async function VerifyPage({ searchParams }: PageProps<'/[locale]/verify'>) {
  const { token, next } = await searchParams;
  const onward = typeof next === 'string' ? next : undefined;
  if (typeof token === 'string')
    return <Confirm token={token} next={onward} asksToChoose={await readAsksToChoose(token)} />;
  const email = await readWaitingEmail();
  return email ? <Resend email={email} next={onward} /> : redirectHomeOrSignIn();
}

type Onward = { next: string | undefined };

function Hidden({ next }: Onward) {
  return next === undefined ? null : <input type="hidden" name="next" value={next} />;
}

function Confirm({ token, next, asksToChoose }: Onward & { token: string; asksToChoose: boolean }) {
  const t = useTranslations('auth.verify');
  const reset = useTranslations('auth.reset');
  return (
    <AuthLayout
      page="/verify"
      heading={t('title')}
      lede={t(asksToChoose ? 'chooseLede' : 'lede')}
      aside={
        <PageLink to="/sign-in" className="link">
          {reset('back')}
        </PageLink>
      }
    >
      <ActionForm action={verifyEmailAction} className="grid gap-4">
        <Hidden next={next} />
        <input type="hidden" name="token" value={token} />
        {asksToChoose && (
          <>
            <NameField />
            <NewPasswordField name="newPassword" />
          </>
        )}
        <SubmitButton size="lg" block>
          {t('submit')}
        </SubmitButton>
      </ActionForm>
    </AuthLayout>
  );
}

function Resend({ email, next }: Onward & { email: string }) {
  const t = useTranslations('auth.verify');
  return (
    <AuthLayout
      page="/verify"
      heading={t('missingTitle')}
      lede={t('missingText', { email })}
      aside={
        <p>
          {t('wrongAddress')}{' '}
          <PageLink
            to={{ pathname: '/register', query: next === undefined ? {} : { next } }}
            className="link"
          >
            {t('registerAgain')}
          </PageLink>
        </p>
      }
    >
      <ActionForm action={resendVerificationAction} className="grid gap-4" done={t('resent')}>
        <Hidden next={next} />
        <SubmitButton variant="secondary" block>
          {t('resend')}
        </SubmitButton>
      </ActionForm>
    </AuthLayout>
  );
}
