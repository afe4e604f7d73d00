import { useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { Banner } from '@/components/ui/banner';
import { buttonStyles } from '@/components/ui/button';
import { Instant } from '@/components/ui/instant';
import type { ToAnswer as View } from '@/lib/claims/views/loaders';

type ToAnswerProps = { claims: View; zone: string };

/** Claims that wait for the practice, with the first deadline: unanswered they go to the operator. */
export function ToAnswer({ claims: { first, count }, zone }: ToAnswerProps) {
  const t = useTranslations('claims');
  if (!first) return null;
  const to =
    count === 1
      ? ({ pathname: '/practice/claims/[claimId]', params: { claimId: first.id } } as const)
      : '/practice/claims';
  return (
    <Banner
      tone="warm"
      heading={t('menu.answer', { count })}
      action={
        <PageLink to={to} className={buttonStyles({ size: 'sm', variant: 'secondary' })}>
          {t('entry.toClaim')}
        </PageLink>
      }
    >
      {t('list.answerBy')} <Instant at={first.answerBy} zone={zone} />
    </Banner>
  );
}
