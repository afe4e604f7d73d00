import { Info } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Seller } from '@/components/booking/seller';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import { Paragraphs, Prose } from '@/components/ui/prose';
import { formatInstant } from '@/lib/i18n/time-format';
import { zoneName } from '@/lib/i18n/zone-name';
import type { EventView } from './event-view';

type EventProps = { event: EventView };

function ToHost({ event }: EventProps) {
  const t = useTranslations('events.page');
  return (
    <p>
      <ButtonLink href={event.hostHref} variant="secondary">
        {t('toHost', { name: event.host.name })}
      </ButtonLink>
    </p>
  );
}

function About({ event }: EventProps) {
  const t = useTranslations('events.page');
  const locale = useLocale();
  const isForeign = event.textLocale !== locale;
  return (
    <section aria-labelledby="about-heading" className="grid gap-4">
      <h2 id="about-heading" className="font-serif text-h2">
        {t('about')}
      </h2>
      {isForeign && (
        <Banner tone="line" icon={Info}>
          {t('otherLanguage', { name: event.host.name })}
        </Banner>
      )}
      <Prose {...(isForeign && { lang: event.textLocale })}>
        <Paragraphs text={event.description} lead />
      </Prose>
      <ToHost event={event} />
    </section>
  );
}

/** What holds for a seat, in plain words with dates. */
function Conditions({ event }: EventProps) {
  const t = useTranslations('events.page');
  const locale = useLocale();
  const { zone, price, bookUntil, freeCancelUntil, minimumSeats, maximumSeats } = event;
  const date = (at: Date) =>
    `${formatInstant(at, { locale, zone, style: 'dateTime' })} (${zoneName(zone, locale)})`;
  const facts = [
    [t('deadline'), t('deadlineText', { date: date(bookUntil) })],
    [t('minimum'), t('minimumText', { count: minimumSeats, date: date(bookUntil) })],
    [t('maximum'), t('maximumText', { count: maximumSeats })],
    [
      t('cancelling'),
      price.amount === 0 ? t('cancellingFree') : t('cancellingText', { date: date(freeCancelUntil) }),
    ],
    ...(price.amount === 0 ? [] : [[t('absence'), t('absenceText')]]),
  ] as const;
  return (
    <section aria-labelledby="conditions-heading" className="grid gap-4">
      <h2 id="conditions-heading" className="font-serif text-h2">
        {t('conditions')}
      </h2>
      <dl className="border-t border-line">
        {facts.map(([term, words]) => (
          <div
            key={term}
            className="grid gap-x-6 gap-y-1 border-b border-line py-4 sm:grid-cols-[12rem_minmax(0,1fr)]"
          >
            <dt className="font-semibold">{term}</dt>
            <dd className="text-ink-2">{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What it is about; while it is on sale, also what holds and who sells. */
export function EventSections({ event }: EventProps) {
  const t = useTranslations('seats');
  const isOnSale = event.status === 'published';
  return (
    <div className="grid content-start gap-[clamp(2.5rem,2rem+2vw,4rem)]">
      {event.description ? <About event={event} /> : <ToHost event={event} />}
      {isOnSale && <Conditions event={event} />}
      {isOnSale && event.price.amount > 0 && <Seller seller={event.seller} note={t('sellerNote')} />}
    </div>
  );
}
