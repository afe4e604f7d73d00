import { useLocale, useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { ListZone } from '@/components/ui/instant';
import { SubmitButton } from '@/components/ui/submit-button';
import { holdSlotAction } from '@/lib/booking/actions';
import { formatInstant } from '@/lib/i18n/time-format';

type NextTimesProps = {
  serviceId: string;
  member: string | undefined;
  starts: readonly Date[];
  zone: string;
};

/** Times that are free instead of the one that was not, one click from being held. */
export function NextTimes({ serviceId, member, starts, zone }: NextTimesProps) {
  const t = useTranslations('appointments.book');
  const locale = useLocale();
  if (starts.length === 0) return null;
  return (
    <section aria-labelledby="next-times" className="grid gap-3">
      <h2 id="next-times" className="font-serif text-h3 font-medium">
        {t('next')}
      </h2>
      <ul className="grid gap-2">
        {starts.map((start) => (
          <li key={start.toISOString()}>
            <ActionForm action={holdSlotAction}>
              <input type="hidden" name="serviceId" value={serviceId} />
              <input type="hidden" name="start" value={start.toISOString()} />
              {member && <input type="hidden" name="member" value={member} />}
              <SubmitButton variant="secondary" block>
                {formatInstant(start, { locale, zone, style: 'dateTime' })}
              </SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
      <ListZone zone={zone} at={starts[0]} />
    </section>
  );
}
