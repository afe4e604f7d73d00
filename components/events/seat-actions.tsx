import { useLocale, useTranslations } from 'next-intl';
import { useInstead } from '@/components/booking/instead';
import { PageLink } from '@/components/layout/page-link';
import { Button, buttonStyles } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { formatMoney } from '@/components/ui/money-format';
import type { Withdrawal } from '@/lib/booking/rules/withdrawal';
import { cancelSeatAction } from '@/lib/events/actions';
import type { SeatState, SeatView } from '@/lib/events/types';
import { formatZoned } from '@/lib/i18n/zoned-time';

type SeatActionsProps = {
  seat: SeatView;
  state: SeatState;
  /** What withdrawing from the contract now would mean. */
  withdrawal: Withdrawal | null;
  zone: string;
};

/** What cancelling means for the money. */
function useConsequence(props: SeatActionsProps): string {
  const { seat, state, withdrawal, zone } = props;
  const { freeCancelUntil } = seat;
  const instead = useInstead(state.cancelTerms, withdrawal, zone);
  const t = useTranslations('seats.cancel');
  const locale = useLocale();
  const amount = formatMoney(state.price, locale);
  const date = freeCancelUntil ? formatZoned(freeCancelUntil, { locale, zone }) : '';
  const consequence = {
    nothing: t('nothing'),
    free: t('free', { amount }),
    late: t('late', { amount, date }),
    never: t('never', { amount }),
  }[state.cancelTerms];
  return consequence + instead;
}

function Cancel(props: SeatActionsProps) {
  const t = useTranslations('seats.cancel');
  const tConfirm = useTranslations('ui.confirm');
  const consequence = useConsequence(props);
  return (
    <ConfirmDialog
      trigger={<Button variant="dangerQuiet">{t('action')}</Button>}
      heading={t('action')}
      description={consequence}
      labels={{ confirm: t('action'), keep: tConfirm('keep'), close: tConfirm('close') }}
      foldLook={buttonStyles({ variant: 'dangerQuiet' })}
      action={cancelSeatAction}
      said={t('said')}
    >
      <input type="hidden" name="seatId" value={props.seat.id} />
    </ConfirmDialog>
  );
}

/** What the client can do with a seat now. */
export function SeatActions(props: SeatActionsProps) {
  const { seat, state } = props;
  const t = useTranslations('seats');
  const { eventId } = seat;
  return (
    <div className="flex flex-wrap items-start gap-3">
      {state.canEnter && (
        <PageLink
          to={{ pathname: '/events/[eventId]/room', params: { eventId } }}
          className={buttonStyles({})}
        >
          {t('enter')}
        </PageLink>
      )}
      <PageLink
        to={{ pathname: '/events/[eventId]', params: { eventId } }}
        className={buttonStyles({ variant: 'secondary' })}
      >
        {t('detail.event')}
      </PageLink>
      {state.canCancel ? (
        <Cancel {...props} />
      ) : (
        <PageLink to="/events" className={buttonStyles({ variant: 'secondary' })}>
          {t('detail.more')}
        </PageLink>
      )}
    </div>
  );
}
