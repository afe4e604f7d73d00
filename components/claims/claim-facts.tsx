import { useLocale, useTranslations } from 'next-intl';
import { formatMoney } from '@/components/ui/money-format';
import type { ClaimView } from '@/lib/claims/types';
import { formatZoned } from '@/lib/i18n/zoned-time';
import { minutesBetween } from '@/lib/shared/time';
import { titleOf } from './claim-words';

/** What a claim is about: session, time, money, and what becomes of that. */
export function ClaimFacts({ claim, left, zone }: { claim: ClaimView; left: number; zone: string }) {
  const t = useTranslations('claims.facts');
  const locale = useLocale();
  const { about, currency, givenBy } = claim;
  const amount = (value: number) => formatMoney({ amount: value, currency }, locale);
  const minutes = minutesBetween(about.startsAt, about.endsAt);
  const facts = [
    {
      term: t(about.kind === 'seat' ? 'event' : 'session'),
      value: t('what', { title: titleOf(about, locale), minutes }),
    },
    { term: t('when'), value: formatZoned(about.startsAt, { locale, zone }) },
    ...(givenBy ? [{ term: t('givenBy'), value: givenBy }] : []),
    {
      term: t('price'),
      value: about.priceAmount === 0 ? t('free') : amount(about.priceAmount),
    },
    { term: t('money'), value: t(moneyState(claim), { amount: amount(moneyShown(claim, left)) }) },
  ];
  return (
    <dl className="grid gap-4 sm:grid-cols-2">
      {facts.map(({ term, value }) => (
        <div key={term} className="min-w-0 wrap-anywhere">
          <dt className="text-xs text-ink-3">{term}</dt>
          <dd className="tnum text-sm font-medium first-letter:uppercase">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function moneyState({ isMediation, closedAt, refundAmount }: ClaimView) {
  if (isMediation) return 'mediation';
  if (!closedAt) return 'frozen';
  return refundAmount ? 'givenBack' : 'kept';
}

function moneyShown({ closedAt, refundAmount }: ClaimView, left: number): number {
  return closedAt ? (refundAmount ?? 0) : left;
}
