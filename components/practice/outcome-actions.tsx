import { useLocale, useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import type { ActionForm } from '@/components/ui/action-form';
import { Button, buttonStyles } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { formatMoney } from '@/components/ui/money-format';
import { correctOutcomeAction, markOutcomeAction } from '@/lib/booking/actions';
import type { Outcome } from '@/lib/booking/rules/outcome';
import type { BookingView } from '@/lib/booking/types';
import { formatZoned } from '@/lib/i18n/zoned-time';
import { priceOf } from './booking-facts';

type OutcomeActionsProps = {
  booking: BookingView;
  outcome: { marks: readonly Outcome[]; corrections: readonly Outcome[]; until: Date };
  zone: string;
};

/** What the provider can say of a session that is over: mark it, or correct it, each with what follows from it. */
export function OutcomeActions({ booking, outcome, zone }: OutcomeActionsProps) {
  const t = useTranslations('practice.outcome');
  const locale = useLocale();
  const { marks, corrections, until } = outcome;
  const isMarking = marks.length > 0;
  const choices = isMarking ? marks : corrections;
  if (choices.length === 0) return null;
  const date = formatZoned(until, { locale, zone });
  return (
    <Card className="card-pad grid gap-4">
      <div className="grid gap-1">
        <h2 className="font-serif text-h3 font-medium">
          {isMarking ? t('markHeading') : t('correctHeading')}
        </h2>
        <p className="text-sm text-ink-2">
          {isMarking ? t('markUntil', { date }) : t('correctUntil', { date })}
        </p>
      </div>
      <div className="flex flex-wrap items-start gap-3">
        {choices.map((choice) => (
          <Say
            key={choice}
            booking={booking}
            outcome={choice}
            action={isMarking ? markOutcomeAction : correctOutcomeAction}
          />
        ))}
      </div>
    </Card>
  );
}

type SayProps = {
  booking: BookingView;
  outcome: Outcome;
  action: ComponentProps<typeof ActionForm>['action'];
};

function Say({ booking, outcome, action }: SayProps) {
  const t = useTranslations('practice.outcome');
  const tConfirm = useTranslations('ui.confirm');
  const locale = useLocale();
  const label = t(`${outcome}.label`);
  const amount = formatMoney(priceOf(booking), locale);
  const variant = outcome === 'providerNeverCame' ? 'dangerQuiet' : 'secondary';
  return (
    <ConfirmDialog
      trigger={<Button variant={variant}>{label}</Button>}
      heading={label}
      description={booking.priceAmount > 0 ? t(`${outcome}.paid`, { amount }) : t(`${outcome}.free`)}
      labels={{ confirm: label, keep: tConfirm('keep'), close: tConfirm('close') }}
      variant={outcome === 'completed' ? 'primary' : 'danger'}
      foldLook={buttonStyles({ variant })}
      action={action}
      said={t('done')}
    >
      <input type="hidden" name="bookingId" value={booking.id} />
      <input type="hidden" name="outcome" value={outcome} />
    </ConfirmDialog>
  );
}
