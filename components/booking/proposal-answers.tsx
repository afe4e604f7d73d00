import { useLocale, useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { buttonStyles } from '@/components/ui/button';
import { formatMoney, type MoneyValue } from '@/components/ui/money-format';
import { declineProposalAction } from '@/lib/booking/actions';
import { EndBooking } from './end-booking';

type ProposalAnswersProps = { bookingId: string; advisor: string; price: MoneyValue };

/** Yes by way of the summary, where everything stands before it is ordered; or no, with a reason if one likes. */
export function ProposalAnswers({ bookingId, advisor, price }: ProposalAnswersProps) {
  const t = useTranslations('appointments');
  const locale = useLocale();
  return (
    <>
      <PageLink
        to={{ pathname: '/checkout/[bookingId]', params: { bookingId } }}
        className={buttonStyles({})}
      >
        {price.amount === 0 ? t('proposal.accept') : t('proposal.pay', { price: formatMoney(price, locale) })}
      </PageLink>
      <EndBooking
        bookingId={bookingId}
        action={declineProposalAction}
        label={t('proposal.decline')}
        consequence={t('proposal.declineText', { name: advisor })}
        reasonLabel={t('actions.reason')}
      />
    </>
  );
}
