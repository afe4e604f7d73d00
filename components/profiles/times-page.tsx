import { ArrowLeft } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { Option } from '@/components/ui/input';
import { Instant, ZoneNote } from '@/components/ui/instant';
import { Money } from '@/components/ui/money';
import type { MoneyValue } from '@/components/ui/money-format';
import { Pagination } from '@/components/ui/pagination';
import { SelectField } from '@/components/ui/text-field';
import { formatInstant } from '@/lib/i18n/time-format';
import { zoneName } from '@/lib/i18n/zone-name';
import { joinWords } from './join-words';
import type { Channel } from './types';

/** What a time has of its own beside the service. */
export type TermsOfTime = { price?: MoneyValue; channels?: readonly Channel[] };

export type TimesView = {
  name: string;
  profileHref: string;
  /** The page itself; the form sends service and zone to it. */
  action: string;
  services: readonly Option[];
  serviceId: string;
  /** Of an organisation; with nobody in particular the times of all. */
  members: readonly Option[];
  member: string;
  zones: readonly Option[];
  /** The reader's zone, in which days and times are shown. */
  zone: string;
  days: readonly { date: string; times: readonly ({ start: Date; href: string } & TermsOfTime)[] }[];
  previousHref?: string;
  nextHref?: string;
  /** Where one waits for a place. */
  waitHref: string;
};

/** Under a time: price and ways to meet where they are not the service's. */
function OwnTerms({ price, channels }: TermsOfTime) {
  const panel = useTranslations('profile.panel');
  const ways = useTranslations('booking.summary.channels');
  const locale = useLocale();
  if (!price && !channels) return null;
  return (
    <span className="pb-1 text-2xs font-normal text-ink-2">
      <span className="sr-only">, </span>
      {price && (price.amount === 0 ? panel('freeOfCharge') : <Money value={price} short />)}
      {price && channels && ', '}
      {channels &&
        joinWords(
          channels.map((channel) => ways(channel)),
          locale,
        )}
    </span>
  );
}

function Day({ day, zone }: { day: TimesView['days'][number]; zone: string }) {
  const locale = useLocale();
  const heading = formatInstant(new Date(`${day.date}T12:00:00Z`), {
    locale,
    zone: 'UTC',
    style: 'longDate',
  });
  return (
    <section
      aria-labelledby={`day-${day.date}`}
      className="grid gap-3 border-t border-line py-5 md:grid-cols-[13rem_minmax(0,1fr)]"
    >
      <h2 id={`day-${day.date}`} className="leading-10 font-semibold first-letter:uppercase">
        {heading}
      </h2>
      <ul className="flex flex-wrap gap-2">
        {day.times.map(({ start, href, ...own }) => (
          <li key={href}>
            <a
              href={href}
              rel="nofollow"
              className="tnum inline-flex h-full min-h-10 min-w-17 flex-col items-center justify-center rounded-md border border-accent-line bg-surface px-2 text-sm font-medium text-accent-ink hover:border-accent hover:bg-accent-soft"
            >
              <span className="sr-only">{heading}, </span>
              <Instant at={start} zone={zone} style="time" />
              <OwnTerms {...own} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** All free times of a service by day; every time is a link, so it needs no script. */
export function TimesPage({ view }: { view: TimesView }) {
  const t = useTranslations('profile.times');
  const tPanel = useTranslations('profile.panel');
  const locale = useLocale();
  return (
    <div className="wrap max-w-[calc(58rem+2*var(--gutter))]! pt-6 pb-(--section)">
      <a
        href={view.profileHref}
        className="mb-3 inline-flex min-h-6 items-center gap-1.5 text-sm text-ink-2 hover:text-ink"
      >
        <Icon of={ArrowLeft} size="sm" />
        {view.name}
      </a>
      <h1 className="mb-6 font-serif text-h1">{t('heading', { name: view.name })}</h1>
      <form action={view.action} className="mb-6 grid items-end gap-4 md:auto-cols-fr md:grid-flow-col">
        <SelectField
          id="service"
          name="service"
          label={t('service')}
          options={view.services}
          defaultValue={view.serviceId}
        />
        {view.members.length > 1 && (
          <SelectField
            id="member"
            name="member"
            label={t('member')}
            options={[{ value: '', label: t('anyMember') }, ...view.members]}
            defaultValue={view.member}
          />
        )}
        <SelectField id="zone" name="zone" label={t('zone')} options={view.zones} defaultValue={view.zone} />
        <Button type="submit" variant="secondary">
          {t('show')}
        </Button>
      </form>
      <ZoneNote>{t('zoneNote', { zone: zoneName(view.zone, locale) })}</ZoneNote>
      <div className="mt-4 border-b border-line">
        {view.days.map((day) => (
          <Day key={day.date} day={day} zone={view.zone} />
        ))}
        {view.days.length === 0 && <p className="border-t border-line py-8 text-ink-2">{t('nothing')}</p>}
      </div>
      <p className="my-5">
        <a href={view.waitHref} rel="nofollow" className="link min-h-6 text-sm">
          {tPanel('wait')}
        </a>
      </p>
      <Pagination label={t('pages')} previousHref={view.previousHref} nextHref={view.nextHref} />
    </div>
  );
}
