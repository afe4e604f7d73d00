import { useLocale, useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { Banner } from '@/components/ui/banner';
import { buttonStyles } from '@/components/ui/button';
import { formatMoney } from '@/components/ui/money-format';
import { formatInstant } from '@/lib/i18n/time-format';
import { zoneName } from '@/lib/i18n/zone-name';
import type { BookingView } from '@/lib/booking/types';
import { inLanguage } from '@/lib/shared/in-language';
import { money, toCurrency } from '@/lib/shared/money';

/** Times that are held while their client has not paid yet: one of their own choice, and places that they waited for. */
export function FinishPaying({ bookings, zone }: { bookings: readonly BookingView[]; zone: string }) {
  const t = useTranslations('appointments.finish');
  const tWaiting = useTranslations('waiting.finish');
  const locale = useLocale();
  const written = (at: Date, style: 'dateTime' | 'time') => formatInstant(at, { locale, zone, style });
  return bookings.map((booking) => (
    <Banner
      key={booking.id}
      tone="warm"
      heading={booking.waitingEntryId ? tWaiting('heading') : t('heading')}
      action={
        <PageLink
          to={{ pathname: '/checkout/[bookingId]', params: { bookingId: booking.id } }}
          className={buttonStyles({ size: 'sm', variant: 'secondary' })}
        >
          {booking.waitingEntryId ? tWaiting('action') : t('action')}
        </PageLink>
      }
    >
      {booking.heldUntil &&
        t('what', {
          service: inLanguage(booking.serviceTitles, locale, booking.serviceTitle),
          name: booking.provider.displayName,
          date: written(booking.startsAt, 'dateTime'),
          price: formatMoney(money(booking.priceAmount, toCurrency(booking.currency)), locale),
          time: written(booking.heldUntil, 'time'),
          zone: zoneName(zone, locale),
        })}
    </Banner>
  ));
}
