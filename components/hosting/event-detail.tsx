import { useLocale, useTranslations } from 'next-intl';
import { languageName } from '@/components/directory/names';
import { Card, CardHead } from '@/components/ui/card';
import { Instant } from '@/components/ui/instant';
import { Money } from '@/components/ui/money';
import { Facts } from '@/components/ui/table';
import { shownEventText } from '@/lib/events/rules/texts';
import type { OwnEvent, Participant } from '@/lib/events/types';
import { zoneName } from '@/lib/i18n/zone-name';
import { money } from '@/lib/shared/money';
import { MinimumWords, SeatCount } from './event-facts';

type EventTermsProps = {
  event: OwnEvent;
  participants: readonly Participant[];
  waitingCount: number;
  zone: string;
};

/** What is sold, how much of it, and for how much. */
export function EventTerms({ event, participants, waitingCount, zone }: EventTermsProps) {
  const t = useTranslations('hosting');
  const locale = useLocale();
  const { price, post } = event;
  const sumOf = (part: 'paid' | 'refunded') =>
    money(
      participants.reduce((sum, one) => sum + one[part].amount, 0),
      price.currency,
    );
  const [paid, refunded] = [sumOf('paid'), sumOf('refunded')];
  const facts = [
    { term: t('detail.seats'), value: <SeatCount event={event} /> },
    { term: t('detail.minimum'), value: <MinimumWords event={event} /> },
    {
      term: t('detail.deadline'),
      value: (
        <>
          <Instant at={event.bookUntil} zone={zone} style="dateTime" /> ({zoneName(zone, locale)})
        </>
      ),
    },
    { term: t('detail.price'), value: price.amount === 0 ? t('free') : <Money value={price} /> },
    { term: t('detail.language'), value: languageName(event.language, locale) },
    ...(post
      ? [
          { term: t('detail.host'), value: post.host },
          { term: t('detail.organisation'), value: post.provider },
        ]
      : []),
    ...(waitingCount > 0 ? [{ term: t('detail.waiting'), value: waitingCount }] : []),
    ...(paid.amount > 0 ? [{ term: t('detail.paid'), value: <Money value={paid} />, strong: true }] : []),
    ...(refunded.amount > 0 ? [{ term: t('detail.refunded'), value: <Money value={refunded} /> }] : []),
  ];
  return (
    <Card>
      <CardHead heading={t('detail.terms')} />
      <Facts className="px-[clamp(1.125rem,0.9rem+0.8vw,1.5rem)] pb-5" facts={facts} />
    </Card>
  );
}

/** What people read of it, in the reader's language. */
export function EventText({ event: { texts, mainLocale } }: { event: OwnEvent }) {
  const t = useTranslations('hosting.detail');
  const { description, locale } = shownEventText(texts, useLocale(), mainLocale);
  return (
    <Card>
      <CardHead heading={t('description')} />
      <div className="px-[clamp(1.125rem,0.9rem+0.8vw,1.5rem)] pb-5">
        {description ? (
          <p lang={locale} className="max-w-[42rem] whitespace-pre-line">
            {description}
          </p>
        ) : (
          <p className="text-sm text-ink-2">{t('noDescription')}</p>
        )}
      </div>
    </Card>
  );
}
