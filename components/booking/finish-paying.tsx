import { useLocale, useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { Banner } from '@/components/ui/banner';
import { buttonStyles } from '@/components/ui/button';
import { formatInstant } from '@/lib/i18n/time-format';

type FinishPayingProps = { bookings: readonly { id: string; heldUntil: Date | null }[]; zone: string };

/** A time that is held while its client has not paid yet. */
export function FinishPaying({ bookings, zone }: FinishPayingProps) {
  const t = useTranslations('appointments.finish');
  const locale = useLocale();
  return bookings.map(({ id, heldUntil }) => (
    <Banner
      key={id}
      tone="warm"
      heading={t('heading')}
      action={
        <PageLink
          to={{ pathname: '/checkout/[bookingId]', params: { bookingId: id } }}
          className={buttonStyles({ size: 'sm', variant: 'secondary' })}
        >
          {t('action')}
        </PageLink>
      }
    >
      {heldUntil && t('text', { time: formatInstant(heldUntil, { locale, zone, style: 'time' }) })}
    </Banner>
  ));
}
