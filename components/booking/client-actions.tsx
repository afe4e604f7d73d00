import { useLocale, useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { buttonStyles } from '@/components/ui/button';
import { formatMoney, type MoneyValue } from '@/components/ui/money-format';
import { formatZoned } from '@/lib/i18n/zoned-time';
import { cancelBookingAction, withdrawBookingAction } from '@/lib/booking/actions';
import type { CancelTerms } from '@/lib/booking/rules/cancellation';
import type { Withdrawal } from '@/lib/booking/rules/withdrawal';
import { EndBooking } from './end-booking';
import { useInstead } from './instead';
import { ProposalAnswers } from './proposal-answers';

type ClientActionsProps = {
  bookingId: string;
  slug: string;
  canEnter: boolean;
  canCancel: boolean;
  /** Another time can be proposed. */
  canMove: boolean;
  canWithdraw: boolean;
  /** Proposed by the advisor, and can be answered. */
  isProposal: boolean;
  advisor: string;
  isOver: boolean;
  cancelTerms: CancelTerms;
  price: MoneyValue;
  freeCancelUntil: Date | null;
  /** What withdrawing from the contract now would mean. */
  withdrawal: Withdrawal | null;
  zone: string;
};

/** What cancelling means for the money. */
function useConsequence(props: ClientActionsProps): string {
  const { price, cancelTerms, freeCancelUntil, withdrawal, zone } = props;
  const instead = useInstead(cancelTerms, withdrawal, zone);
  const t = useTranslations('appointments.actions');
  const locale = useLocale();
  const amount = formatMoney(price, locale);
  const date = freeCancelUntil ? formatZoned(freeCancelUntil, { locale, zone }) : '';
  const consequence = {
    nothing: t('cancelNothing'),
    free: t('cancelFree', { amount }),
    late: t('cancelLate', { amount, date }),
    never: t('cancelNever', { amount }),
  }[cancelTerms];
  return consequence + instead;
}

/** What the client can do with a booking now. */
export function ClientActions(props: ClientActionsProps) {
  const { bookingId } = props;
  const t = useTranslations('appointments.actions');
  const move = useTranslations('reschedule');
  const consequence = useConsequence(props);
  return (
    <div className="flex flex-wrap items-start gap-3">
      {props.isProposal && (
        <ProposalAnswers bookingId={bookingId} advisor={props.advisor} price={props.price} />
      )}
      {props.canEnter && (
        <PageLink
          to={{ pathname: '/session/[bookingId]', params: { bookingId } }}
          className={buttonStyles({})}
        >
          {t('enter')}
        </PageLink>
      )}
      {props.isOver && (
        <PageLink
          to={{ pathname: '/advisors/[slug]', params: { slug: props.slug } }}
          className={buttonStyles({ variant: 'secondary' })}
        >
          {t('another')}
        </PageLink>
      )}
      {props.canMove && (
        <PageLink
          to={{ pathname: '/appointments/[bookingId]/reschedule', params: { bookingId } }}
          className={buttonStyles({ variant: 'secondary' })}
        >
          {move('move')}
        </PageLink>
      )}
      {props.canWithdraw && (
        <EndBooking
          bookingId={bookingId}
          action={withdrawBookingAction}
          label={t('withdraw')}
          consequence={t('withdrawText')}
          reasonLabel={t('reason')}
        />
      )}
      {props.canCancel && (
        <EndBooking
          bookingId={bookingId}
          action={cancelBookingAction}
          label={t('cancel')}
          consequence={consequence}
          reasonLabel={t('reason')}
        />
      )}
    </div>
  );
}
