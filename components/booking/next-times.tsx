import { useLocale, useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { ListZone } from '@/components/ui/instant';
import { Money } from '@/components/ui/money';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Slot } from '@/lib/availability/rules/slots';
import { holdSlotAction } from '@/lib/booking/actions';
import { formatInstant } from '@/lib/i18n/time-format';
import type { Offer } from '@/lib/services/types';

type NextTimesProps = {
  offer: Offer;
  /** The one that was asked for. */
  member: string | undefined;
  times: readonly Slot[];
  zone: string;
};

/** Times that are free instead of the one that was not, one click from being held; with its price where it is not the service's. */
export function NextTimes({ offer, member, times, zone }: NextTimesProps) {
  const t = useTranslations('appointments.book');
  const detail = useTranslations('appointments.detail');
  const locale = useLocale();
  if (times.length === 0) return null;
  return (
    <section aria-labelledby="next-times" className="grid gap-3">
      <h2 id="next-times" className="font-serif text-h3 font-medium">
        {t('next')}
      </h2>
      <ul className="grid gap-2">
        {times.map(({ start, price }) => (
          <li key={start.toISOString()}>
            <ActionForm action={holdSlotAction}>
              <input type="hidden" name="serviceId" value={offer.serviceId} />
              <input type="hidden" name="start" value={start.toISOString()} />
              {member && <input type="hidden" name="member" value={member} />}
              <SubmitButton variant="secondary" block>
                {formatInstant(start, { locale, zone, style: 'dateTime' })}
                {price.amount !== offer.price.amount && (
                  <>
                    {' · '}
                    {price.amount === 0 ? detail('free') : <Money value={price} />}
                  </>
                )}
              </SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
      <ListZone zone={zone} at={times[0]?.start} />
    </section>
  );
}
