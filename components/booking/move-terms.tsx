import { useTranslations } from 'next-intl';
import { Instant } from '@/components/ui/instant';
import type { CancelTerms } from '@/lib/booking/rules/cancellation';

type MoveTermsProps = { terms: CancelTerms; freeUntil: Date | null; zone: string };

/** What becomes of free cancelling when the client moves the session: nothing is won by it. */
export function MoveTerms({ terms, freeUntil, zone }: MoveTermsProps) {
  const t = useTranslations('reschedule.terms');
  if (terms === 'nothing') return null;
  return (
    <p className="mb-6 max-w-[44rem] text-sm text-ink-2">
      {terms === 'free' && freeUntil
        ? t.rich('free', { date: () => <Instant at={freeUntil} zone={zone} showZone="name" /> })
        : t('over')}
    </p>
  );
}
