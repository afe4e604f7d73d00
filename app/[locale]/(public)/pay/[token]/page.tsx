import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { AskAgain } from '@/components/ui/ask-again';
import { BookingLayout } from '@/components/layout/booking-layout';
import { PayLink } from '@/components/payments/pay-link';
import { loadActor } from '@/lib/accounts/loaders';
import { pagePath } from '@/lib/i18n/page-path';
import { payByLinkAction } from '@/lib/payments/pay-link/actions';
import { loadPayLink } from '@/lib/payments/pay-link/loaders';
import { isErrorCode } from '@/lib/shared/errors';
import { inLanguage } from '@/lib/shared/in-language';
import { money } from '@/lib/shared/money';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('pay');
  return { title: t('title'), robots: { index: false }, referrer: 'no-referrer' };
}

/** What is due, for whoever has the link: what it is for, how much, and the way to pay. */
export default async function PayPage({ params, searchParams }: PageProps<'/[locale]/pay/[token]'>) {
  const { token } = await params;
  const { back, error } = await searchParams;
  const loaded = await loadPayLink(token);
  if (!loaded) notFound();
  const { payment, state } = loaded;
  const locale = await getLocale();
  const errors = await getTranslations('errors');
  // Back from the hosted page, and not told of it yet: the page waits for what the payment service says.
  const isWaiting = state === 'charging' || (state === 'due' && back === 'paid');
  const actor = await loadActor();
  const isOwn = actor.kind === 'account' && actor.accountId === payment.client.accountId;
  const ownHref = isOwn ? pagePath('/appointments', locale) : null;
  return (
    <BookingLayout
      page={{ pathname: '/pay/[token]', params: { token } }}
      leaveHref={ownHref ?? pagePath('/', locale)}
    >
      <PayLink
        action={payByLinkAction}
        token={token}
        view={{
          state: isWaiting ? 'charging' : state,
          title: inLanguage(payment.titles, locale, payment.title),
          advisor: payment.advisor,
          price: money(payment.amount, payment.currency),
          startsAt: payment.startsAt,
          zone: payment.timeZone,
          ownHref,
          ...(isErrorCode(error) && { error: errors(error) }),
        }}
      />
      {isWaiting && <AskAgain everyMs={1500} />}
    </BookingLayout>
  );
}
