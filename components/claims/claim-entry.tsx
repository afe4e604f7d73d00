import { getLocale, getTranslations } from 'next-intl/server';
import { PageLink } from '@/components/layout/page-link';
import { Banner } from '@/components/ui/banner';
import type { AccountActor } from '@/lib/access/actor';
import { loadClaimable } from '@/lib/claims/views/load-claimable';
import { formatZoned } from '@/lib/i18n/zoned-time';
import type { PaymentSubject } from '@/lib/payments/types';

type ClaimEntryProps = { actor: AccountActor; subject: PaymentSubject; zone: string };

/** On the page of a session or seat: the way to its claim, or to making one while that is possible. */
export async function ClaimEntry({ actor, subject, zone }: ClaimEntryProps) {
  const [loaded, t, locale] = await Promise.all([
    loadClaimable(actor, subject),
    getTranslations('claims.entry'),
    getLocale(),
  ]);
  if (!loaded) return null;
  const { claimId, until } = loaded;
  if (claimId)
    return (
      <Banner
        tone="line"
        action={
          <PageLink to={{ pathname: '/claims/[claimId]', params: { claimId } }} className="link">
            {t('toClaim')}
          </PageLink>
        }
      >
        {t('made')}
      </Banner>
    );
  if (!until) return null;
  const form = subject.bookingId
    ? ({ pathname: '/appointments/[bookingId]/claim', params: { bookingId: subject.bookingId } } as const)
    : ({ pathname: '/seats/[seatId]/claim', params: { seatId: subject.seatId ?? '' } } as const);
  return (
    <Banner
      tone="line"
      action={
        <PageLink to={form} className="link">
          {t('claim')}
        </PageLink>
      }
    >
      {t('until', { date: formatZoned(until, { locale, zone }) })}
    </Banner>
  );
}
