import { useTranslations } from 'next-intl';
import { Chip } from '@/components/ui/chip';
import type { OwnEvent } from '@/lib/events/types';
import { stageLooks, stageOf } from './event-stage';

type Of = { event: OwnEvent; now: Date };

export function StageChip({ event, now }: Of) {
  const t = useTranslations('hosting.status');
  const stage = stageOf(event, now);
  return <Chip {...stageLooks[stage]}>{t(stage)}</Chip>;
}

/** How many seats are taken: booked for good, and those that are being paid. */
export function SeatCount({ event: { taken, maximumSeats } }: Pick<Of, 'event'>) {
  const t = useTranslations('hosting');
  return (
    <span className="tnum">
      {t('seats', { booked: taken.booked, maximum: maximumSeats })}
      {taken.held > 0 && `, ${t('held', { count: taken.held })}`}
    </span>
  );
}

/** Whether enough seats are booked for the event to take place. */
export function MinimumWords({ event }: Pick<Of, 'event'>) {
  const t = useTranslations('hosting.minimum');
  const { status, confirmedAt, taken, minimumSeats: count } = event;
  if (status === 'draft' || status === 'cancelled') return t('least', { count });
  if (confirmedAt || taken.booked >= count) return t('met', { count });
  return t('missing', { count: count - taken.booked });
}
