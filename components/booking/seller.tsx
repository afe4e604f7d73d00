import { useTranslations } from 'next-intl';
import type { BookingView } from './types';

/** Who sells, with a sentence on what Consilia does. */
export function Seller({ seller, note }: { seller: BookingView['seller']; note: string }) {
  const t = useTranslations('booking.seller');
  return (
    <section className="grid gap-2">
      <h2 className="font-serif text-h3 font-medium">{t('heading')}</h2>
      <address className="text-sm leading-5.5 text-ink-2 not-italic">
        <b className="font-semibold text-ink">{seller.name}</b>, {seller.addressLines.join(', ')}
      </address>
      <p className="text-sm text-ink-3">{note}</p>
    </section>
  );
}
