import { useTranslations } from 'next-intl';
import type { DemoRole } from '@/lib/accounts/demo-accounts';

type DemoAccountsProps = {
  accounts: readonly { email: string; role: DemoRole }[];
  password: string;
};

/** The accounts of the demo; shown by the demo alone. */
export function DemoAccounts({ accounts, password }: DemoAccountsProps) {
  const t = useTranslations('auth.signIn');
  if (accounts.length === 0) return null;
  return (
    <section className="rounded-lg border border-line p-4 text-sm">
      <h2 className="font-semibold">{t('demoTitle')}</h2>
      <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
        {accounts.map(({ email, role }) => (
          <div key={email} className="contents">
            <dt className="text-ink-3">{t(role)}</dt>
            <dd className="break-words">{email}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-ink-2">{t('demoText', { password })}</p>
    </section>
  );
}
