import { CalendarClock } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { Banner } from '@/components/ui/banner';
import { SubmitButton } from '@/components/ui/submit-button';
import {
  acceptRescheduleAction,
  declineRescheduleAction,
  withdrawRescheduleAction,
} from '@/lib/booking/actions';
import { formatInstant, formatSpan } from '@/lib/i18n/time-format';
import { zoneName, zoneOffsetLabel } from '@/lib/i18n/zone-name';

type RescheduleBannerProps = {
  bookingId: string;
  proposal: { proposedBy: string; startsAt: Date; endsAt: Date; heldUntil: Date; message: string | null };
  /** Who reads this. */
  party: 'client' | 'provider';
  otherName: string;
  zone: string;
  /** The clock of the other side. */
  otherZone: string;
};

/** Another time that waits for an answer: the other side answers, whoever proposed can take it back. */
export function RescheduleBanner(props: RescheduleBannerProps) {
  const { bookingId, proposal, party, otherName, zone, otherZone } = props;
  const t = useTranslations('reschedule.banner');
  const locale = useLocale();
  const { startsAt, endsAt, heldUntil, message } = proposal;
  const isOwn = proposal.proposedBy === party;
  const whenIn = (inZone: string) => {
    const day = formatInstant(startsAt, { locale, zone: inZone, style: 'longDate' });
    return `${day}, ${formatSpan(startsAt, endsAt, { locale, zone: inZone })}`;
  };
  const isElsewhere = zoneOffsetLabel(zone, startsAt) !== zoneOffsetLabel(otherZone, startsAt);
  const until = formatInstant(heldUntil, { locale, zone, style: 'dateTime' });
  return (
    <Banner
      tone={isOwn ? 'info' : 'warm'}
      icon={CalendarClock}
      heading={isOwn ? t('own', { name: otherName }) : t('other', { name: otherName })}
    >
      <p className="font-semibold text-ink first-letter:uppercase">
        {whenIn(zone)} ({zoneName(zone, locale)})
      </p>
      {isElsewhere && (
        <p>
          {t('theirTime', { name: otherName, when: whenIn(otherZone), zone: zoneName(otherZone, locale) })}
        </p>
      )}
      {message && <p className="mt-1 font-serif italic">{message}</p>}
      <p className="mt-1">{isOwn ? t('waits', { until }) : t('answerBy', { until })}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        {isOwn ? (
          <Answer action={withdrawRescheduleAction} said={t('withdrawn')} bookingId={bookingId} isQuiet>
            {t('withdraw')}
          </Answer>
        ) : (
          <RescheduleAnswers bookingId={bookingId} />
        )}
      </div>
    </Banner>
  );
}

/** Yes or no to another time; `spoken` says which one, where several stand in a list. */
export function RescheduleAnswers({ bookingId, spoken }: { bookingId: string; spoken?: string }) {
  const t = useTranslations('reschedule.banner');
  const named = (verb: string) => (spoken ? { label: `${verb}: ${spoken}` } : {});
  return (
    <>
      <Answer
        action={acceptRescheduleAction}
        said={t('accepted')}
        bookingId={bookingId}
        {...named(t('accept'))}
      >
        {t('accept')}
      </Answer>
      <Answer
        action={declineRescheduleAction}
        said={t('declined')}
        bookingId={bookingId}
        {...named(t('decline'))}
        isQuiet
      >
        {t('decline')}
      </Answer>
    </>
  );
}

type AnswerProps = {
  action: typeof acceptRescheduleAction;
  bookingId: string;
  said: string;
  /** Read aloud instead of the words on it. */
  label?: string;
  isQuiet?: boolean;
  children: string;
};

function Answer({ action, bookingId, said, label, isQuiet = false, children }: AnswerProps) {
  return (
    <ActionForm action={action} said={said} className="grid gap-2">
      <input type="hidden" name="bookingId" value={bookingId} />
      <SubmitButton size="sm" variant={isQuiet ? 'secondary' : 'primary'} aria-label={label}>
        {children}
      </SubmitButton>
    </ActionForm>
  );
}
