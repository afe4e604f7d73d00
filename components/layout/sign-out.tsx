import { LogOut } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { SubmitButton } from '@/components/ui/submit-button';
import { signOutAction } from '@/lib/accounts/actions';

/** Ends the session; a plain form, so that it works without JavaScript. */
export function SignOut() {
  const t = useTranslations('layout');
  return (
    <form action={signOutAction}>
      <SubmitButton variant="ghost" size="sm" picture={<Icon of={LogOut} />}>
        {t('signOut')}
      </SubmitButton>
    </form>
  );
}
