import { useLocale, useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { ActionForm, FormTextField } from '@/components/ui/action-form';
import { Banner } from '@/components/ui/banner';
import { buttonStyles } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import { joinWaitingListAction } from '@/lib/booking/actions';
import { zoneName } from '@/lib/i18n/zone-name';
import type { Offer } from '@/lib/services/types';
import type { LocalDate } from '@/lib/shared/time';

type WaitFormProps = {
  offer: Offer;
  today: LocalDate;
  /** The last day that is proposed when nothing is free until then. */
  usualLast: LocalDate | undefined;
  last: LocalDate;
  /** Waits for this service already. */
  isWaiting: boolean;
};

/** From which day to which one waits, as days of the practice. */
export function WaitForm({ offer, today, usualLast, last, isWaiting }: WaitFormProps) {
  const t = useTranslations('waiting');
  const locale = useLocale();
  const { slug, timeZone } = offer.provider;
  const times = {
    pathname: '/advisors/[slug]/times',
    params: { slug },
    query: { service: offer.serviceId },
  } as const;
  const toTimes = (
    <PageLink to={times} className={buttonStyles({ variant: 'secondary' })}>
      {t('toTimes')}
    </PageLink>
  );
  if (isWaiting)
    return (
      <Banner
        tone="info"
        action={
          <PageLink
            to={{ pathname: '/appointments', hash: 'waiting' }}
            className={buttonStyles({ variant: 'secondary', size: 'sm' })}
          >
            {t('toList')}
          </PageLink>
        }
      >
        {t('already')}
      </Banner>
    );
  return (
    <ActionForm action={joinWaitingListAction} className="grid gap-6">
      <input type="hidden" name="serviceId" value={offer.serviceId} />
      <div className="grid gap-4 sm:grid-cols-2">
        <FormTextField
          name="first"
          type="date"
          label={t('first')}
          min={today}
          max={last}
          defaultValue={today}
        />
        <FormTextField
          name="last"
          type="date"
          label={t('last')}
          min={today}
          max={last}
          {...(usualLast && { defaultValue: usualLast })}
        />
      </div>
      <p className="text-sm text-ink-3">{t('daysOf', { zone: zoneName(timeZone, locale) })}</p>
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{t('join')}</SubmitButton>
        {toTimes}
      </div>
    </ActionForm>
  );
}
