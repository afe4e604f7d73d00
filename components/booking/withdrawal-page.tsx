import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientShell } from '@/components/layout/client-shell';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PageLink } from '@/components/layout/page-link';
import type { AccountActor } from '@/lib/access/actor';
import { WithdrawalForm, type WithdrawalFormProps, type WithdrawalView } from './withdrawal-form';

export async function withdrawalMetadata(): Promise<Metadata> {
  const t = await getTranslations('withdrawal');
  return { title: t('title'), robots: { index: false } };
}

type WithdrawalPageProps = Omit<WithdrawalFormProps, 'view'> & {
  actor: AccountActor;
  /** What is withdrawn from; who declares it is the actor. */
  contract: Omit<WithdrawalView, 'name' | 'email'>;
};

/** Where a client withdraws from the contract about a session, a request or a seat. */
export async function WithdrawalPage({ actor, contract, ...form }: WithdrawalPageProps) {
  const t = await getTranslations('withdrawal');
  const { name, email, timeZone } = actor;
  return (
    <ClientShell actor={actor} current="appointments" page={form.page}>
      <PageLink to={form.back} className="link mb-3 inline-block text-sm">
        {t('form.back')}
      </PageLink>
      <PageHead heading={t('title')} />
      <div className="max-w-[46rem]">
        <WithdrawalForm view={{ ...contract, name, email, zone: timeZone ?? contract.zone }} {...form} />
      </div>
    </ClientShell>
  );
}
