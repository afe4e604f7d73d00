import { useLocale, useTranslations } from 'next-intl';
import { AskAgain } from '@/components/ui/ask-again';
import { PageLink } from '@/components/layout/page-link';
import { ActionForm } from '@/components/ui/action-form';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import { formatInstant } from '@/lib/i18n/time-format';
import { choosePlanAction, dropChoiceAction, resumePlanAction } from '@/lib/plans/subscriptions/actions';
import type { HeldSubscription, OwnPlan } from '@/lib/plans/subscriptions/loaders';
import { usePlanWords } from './plan-words';

/** How one came back to the page: from paying, without, or because the payment service could not be reached. */
export type Back = 'paid' | 'open' | 'failed' | undefined;

type PlanBannersProps = {
  own: OwnPlan;
  zone: string;
  back: Back;
  /** The profile is not public yet. */
  isDraft: boolean;
};

/** What has to be known or done about a plan, the most urgent first. */
export function PlanBanners({ own, zone, back, isDraft }: PlanBannersProps) {
  const t = useTranslations('plan.banners');
  const words = usePlanWords();
  const { pending, subscription } = own;
  return (
    <div className="grid gap-4 empty:hidden">
      {back === 'failed' && (
        <Banner tone="danger" live>
          {t('failed')}
        </Banner>
      )}
      {pending && (back === 'paid' ? <Waiting /> : <Unpaid pending={pending} held={own.plan.code} />)}
      {subscription && <Planned own={own} subscription={subscription} zone={zone} />}
      {back === 'paid' && subscription && !subscription.cancelAt && !subscription.next && (
        <Banner live>{t('arrived', { plan: words.nameOf(own.plan.code) })}</Banner>
      )}
      {isDraft && !pending && back === 'paid' && (
        <Banner
          action={
            <PageLink to="/practice/profile" className="link">
              {t('profileLink')}
            </PageLink>
          }
        >
          {t('profile')}
        </Banner>
      )}
    </div>
  );
}

function Waiting() {
  const t = useTranslations('plan.banners');
  return (
    <Banner live heading={t('waitingHeading')}>
      {t('waiting')}
      <AskAgain everyMs={1500} />
    </Banner>
  );
}

function Unpaid({ pending, held }: { pending: NonNullable<OwnPlan['pending']>; held: string }) {
  const t = useTranslations('plan.banners');
  const words = usePlanWords();
  const names = { plan: words.nameOf(pending.plan.code), held: words.nameOf(held) };
  return (
    <Banner tone="warm" heading={t('unpaidHeading', names)}>
      <p>{t('unpaid', names)}</p>
      <div className="mt-3 flex flex-wrap gap-3">
        <ActionForm action={choosePlanAction} className="grid gap-3">
          <input type="hidden" name="planCode" value={pending.plan.code} />
          <SubmitButton size="sm">
            {t('pay', { fee: words.feeOf({ ...pending.plan, fee: pending.fee }) })}
          </SubmitButton>
        </ActionForm>
        <ActionForm action={dropChoiceAction} className="grid gap-3" said={t('dropped', names)}>
          <SubmitButton size="sm" variant="secondary">
            {t('drop', names)}
          </SubmitButton>
        </ActionForm>
      </div>
    </Banner>
  );
}

type PlannedProps = { own: OwnPlan; subscription: HeldSubscription; zone: string };

function Planned({ own, subscription, zone }: PlannedProps) {
  const t = useTranslations('plan.banners');
  const locale = useLocale();
  const words = usePlanWords();
  const { owed, cancelAt, next, periodEnd } = subscription;
  const day = (at: Date) => formatInstant(at, { locale, zone, style: 'date' });
  const plan = words.nameOf(own.plan.code);
  if (owed) {
    const values = { plan, date: day(owed.until), next: words.nameOf(own.fallback.code) };
    return (
      <Banner
        tone="danger"
        heading={t('owedHeading', values)}
        action={
          owed.payUrl && (
            <ButtonLink href={owed.payUrl} size="sm">
              {t('payInvoice')}
            </ButtonLink>
          )
        }
      >
        {t('owed', values)}
      </Banner>
    );
  }
  if (!cancelAt && !next) return null;
  const values = {
    plan,
    date: day(cancelAt ?? periodEnd),
    next: words.nameOf((next ?? own.fallback).code),
  };
  return (
    <Banner tone="warm" heading={t(cancelAt ? 'endsHeading' : 'plannedHeading', values)}>
      <p>{t('follows', values)}</p>
      <ActionForm action={resumePlanAction} className="mt-3 grid gap-3" said={t('resumed', values)}>
        <SubmitButton size="sm" variant="secondary" className="justify-self-start">
          {t('resume', values)}
        </SubmitButton>
      </ActionForm>
    </Banner>
  );
}
