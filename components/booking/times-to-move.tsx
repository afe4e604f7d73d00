import { useLocale, useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { ActionForm, FormTextArea } from '@/components/ui/action-form';
import { Banner } from '@/components/ui/banner';
import { buttonStyles } from '@/components/ui/button';
import { ListZone } from '@/components/ui/instant';
import { SubmitButton } from '@/components/ui/submit-button';
import { proposeTimeAction } from '@/lib/booking/actions';
import { formatInstant } from '@/lib/i18n/time-format';
import type { LocalDate } from '@/lib/shared/calendar';
import { TimesGroup } from './times-group';

type TimesToMoveProps = {
  bookingId: string;
  name: string;
  days: readonly (readonly [LocalDate, readonly Date[]])[];
  zone: string;
  /** First days of the weeks before and after; null where there is none. */
  before: LocalDate | null;
  after: LocalDate;
};

const timeLook =
  'tnum inline-flex min-h-10 min-w-17 cursor-pointer items-center justify-center rounded-md border border-accent-line bg-surface px-2 text-sm font-medium text-accent-ink hover:bg-accent-soft has-checked:border-accent has-checked:bg-accent has-checked:text-on-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus';

/** The free times of a week, of which one is proposed; real radios, so that it works in a plain form. */
export function TimesToMove({ bookingId, name, days, zone, before, after }: TimesToMoveProps) {
  const t = useTranslations('reschedule.times');
  const week = (from: LocalDate) =>
    ({ pathname: '/appointments/[bookingId]/reschedule', params: { bookingId }, query: { from } }) as const;
  return (
    <div className="grid max-w-[44rem] gap-6">
      <nav aria-label={t('weeks')} className="flex flex-wrap gap-3">
        {before && (
          <PageLink to={week(before)} className={buttonStyles({ variant: 'secondary', size: 'sm' })}>
            {t('before')}
          </PageLink>
        )}
        <PageLink to={week(after)} className={buttonStyles({ variant: 'secondary', size: 'sm' })}>
          {t('after')}
        </PageLink>
      </nav>
      {days.length === 0 ? (
        <Banner tone="line">{t('none', { name })}</Banner>
      ) : (
        <ActionForm action={proposeTimeAction} className="grid gap-6">
          <input type="hidden" name="bookingId" value={bookingId} />
          <TimesGroup name="start" label={t('pick')} className="grid scroll-mt-22 gap-6">
            {days.map(([day, starts]) => (
              <Day key={day} day={day} starts={starts} zone={zone} />
            ))}
          </TimesGroup>
          <ListZone zone={zone} at={days[0]?.[1][0]} />
          <FormTextArea name="message" label={t('message', { name })} rows={2} maxLength={1000} />
          <SubmitButton size="lg" className="justify-self-start">
            {t('propose')}
          </SubmitButton>
        </ActionForm>
      )}
    </div>
  );
}

function Day({ day, starts, zone }: { day: LocalDate; starts: readonly Date[]; zone: string }) {
  const locale = useLocale();
  return (
    <fieldset className="grid gap-2.5">
      <legend className="mb-2 font-semibold first-letter:uppercase">
        {formatInstant(starts[0] ?? new Date(day), { locale, zone, style: 'longDate' })}
      </legend>
      <div className="flex flex-wrap gap-2">
        {starts.map((start) => (
          <label key={start.getTime()} className={timeLook}>
            <input type="radio" name="start" value={start.toISOString()} required className="sr-only" />
            {formatInstant(start, { locale, zone, style: 'time' })}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
