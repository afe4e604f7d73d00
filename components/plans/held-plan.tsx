import { ExternalLink } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Button, buttonStyles } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Icon } from '@/components/ui/icon';
import { formatMoney } from '@/components/ui/money-format';
import { SubmitButton } from '@/components/ui/submit-button';
import { Facts } from '@/components/ui/table';
import { formatInstant } from '@/lib/i18n/time-format';
import { cancelPlanAction, openPortalAction } from '@/lib/plans/subscriptions/actions';
import type { HeldSubscription, OwnPlan } from '@/lib/plans/subscriptions/loaders';
import { addMoney, money } from '@/lib/shared/money';
import { usePlanWords } from './plan-words';

/** The plan that a practice has, what it pays next, and how it is left. */
export function HeldPlan({ own, zone }: { own: OwnPlan; zone: string }) {
  const t = useTranslations('plan');
  const locale = useLocale();
  const words = usePlanWords();
  const { plan, subscription, example, hasPortal } = own;
  const adds = words.featuresOf(plan);
  const periodFacts = usePeriodFacts(subscription, zone);
  const paid = subscription ? { ...plan, fee: subscription.fee } : plan;
  return (
    <Card className="card-pad grid content-start gap-4">
      <h3 className="font-serif text-h3 font-medium">{words.nameOf(plan.code)}</h3>
      <Facts
        facts={[
          { term: t('fee'), value: words.feeOf(paid) },
          { term: t('commission'), value: words.commissionOf(plan) },
          ...(adds.length > 0 ? [{ term: t('adds'), value: adds.join(', ') }] : []),
          ...periodFacts,
          {
            term: t('example', { price: formatMoney(example.price, locale) }),
            value: t('youGet', {
              amount: formatMoney(money(example.split.advisor, example.price.currency), locale),
            }),
            strong: true,
          },
        ]}
      />
      <div className="flex flex-wrap gap-3 empty:hidden">
        {hasPortal && (
          <form action={openPortalAction}>
            <SubmitButton variant="secondary" picture={<Icon of={ExternalLink} />}>
              {t('portal')}
            </SubmitButton>
          </form>
        )}
        {subscription && !subscription.cancelAt && !subscription.owed && (
          <CancelDialog own={own} subscription={subscription} zone={zone} />
        )}
      </div>
    </Card>
  );
}

/** The period that is paid, and what is billed after it. */
function usePeriodFacts(subscription: HeldSubscription | null, zone: string) {
  const t = useTranslations('plan');
  const locale = useLocale();
  if (!subscription) return [];
  const { fee, vat, cancelAt, periodStart, periodEnd, next } = subscription;
  const day = (at: Date) => formatInstant(at, { locale, zone, style: 'date' });
  const period = { term: t('period'), value: t('fromTo', { from: day(periodStart), to: day(periodEnd) }) };
  if (cancelAt) return [period];
  const date = day(periodEnd);
  const isTaxed = vat.amount > 0 && !next;
  const value = isTaxed
    ? t('nextWithVat', {
        date,
        amount: formatMoney(addMoney(fee, vat), locale),
        vat: formatMoney(vat, locale),
      })
    : t('nextNet', { date, amount: formatMoney(next?.fee ?? fee, locale) });
  return [period, { term: t('nextInvoice'), value }];
}

type CancelDialogProps = { own: OwnPlan; subscription: HeldSubscription; zone: string };

/** Names what is lost, and from when on. */
function CancelDialog({ own: { plan, fallback }, subscription, zone }: CancelDialogProps) {
  const t = useTranslations('plan.cancel');
  const tConfirm = useTranslations('ui.confirm');
  const locale = useLocale();
  const words = usePlanWords();
  const adds = words.featuresOf(plan);
  const names = {
    plan: words.nameOf(plan.code),
    next: words.nameOf(fallback.code),
    date: formatInstant(subscription.periodEnd, { locale, zone, style: 'date' }),
    commission: words.commissionOf(fallback),
  };
  return (
    <ConfirmDialog
      trigger={<Button variant="dangerQuiet">{t('button')}</Button>}
      heading={t('heading', names)}
      description={
        adds.length > 0 ? t('textWithFeatures', { ...names, features: adds.join(', ') }) : t('text', names)
      }
      labels={{ confirm: t('confirm'), keep: tConfirm('keep'), close: tConfirm('close') }}
      action={cancelPlanAction}
      said={t('said', names)}
      foldLook={buttonStyles({ variant: 'dangerQuiet' })}
    />
  );
}
