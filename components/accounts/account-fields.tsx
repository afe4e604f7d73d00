import { useTranslations } from 'next-intl';
import { FormTextField } from '@/components/ui/action-form';

/** The name that others see. */
export function NameField() {
  const t = useTranslations('auth.register');
  return (
    <FormTextField
      name="name"
      label={t('name')}
      hint={t('nameHint')}
      autoComplete="name"
      required
      maxLength={80}
    />
  );
}

/** A password that is chosen, with what it has to be like. */
export function NewPasswordField({ name, label }: { name: 'password' | 'newPassword'; label?: string }) {
  const t = useTranslations('auth.register');
  return (
    <FormTextField
      name={name}
      type="password"
      label={label ?? t('password')}
      hint={t('passwordHint')}
      autoComplete="new-password"
      required
    />
  );
}
