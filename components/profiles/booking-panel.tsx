'use client';

import { fill } from '@/components/ui/fill';
import { NativeSelect } from '@/components/ui/input';
import type { Pictured } from '@/components/ui/portrait';
import { formatMoney } from '@/components/ui/money-format';
import { Skeleton } from '@/components/ui/skeleton';
import { formatInstant } from '@/lib/i18n/time-format';
import { zoneName } from '@/lib/i18n/zone-name';
import { freeCancelUntil } from '@/lib/booking/rules/cancellation';
import { isSameTerms, type Terms, termsIn } from '@/lib/availability/rules/terms';
import { BuyBar } from './buy-bar';
import { joinWords } from './join-words';
import type { PanelLabels } from './panel-labels';
import { PanelDays } from './panel-days';
import { PanelMembers } from './panel-members';
import { PanelZones } from './panel-zones';
import { usePanel } from './use-panel';

export type PanelService = {
  id: string;
  label: string;
  title: string;
  terms: Terms;
  confirmation: 'request' | 'instant';
  bookHref: string;
  timesHref: string;
  /** Of an organisation: who gives it. */
  members: readonly Pictured[];
  waitHref: string;
};

type BookingPanelProps = {
  services: readonly PanelService[];
  advisorZone: string;
  locale: string;
  labels: PanelLabels;
  /** Classes of the primary button, handed in so that no variant code comes along. */
  buttonLook: string;
  barButtonLook: string;
};

function PanelSkeleton() {
  return (
    <div className="grid gap-5">
      <Skeleton className="h-5 w-2/5" />
      <Skeleton className="h-18" />
      <Skeleton className="h-10" />
      <Skeleton className="h-10 w-3/5" />
    </div>
  );
}

type ProceedProps = { href: string; start: string | undefined; member: string; zone: string } & Omit<
  BookingPanelProps,
  'services'
>;

/** The one primary button; it says which time it goes on with. */
function Proceed({ href, start, member, zone, advisorZone, locale, labels, buttonLook }: ProceedProps) {
  if (!start) {
    return (
      <p aria-disabled="true" className={buttonLook}>
        {labels.pickTime}
      </p>
    );
  }
  const query = new URLSearchParams({ start, zone, ...(member && { member }) });
  const at = new Date(start);
  const date = formatInstant(at, { locale, zone, style: 'weekdayDate' });
  const time = formatInstant(at, { locale, zone, style: 'time' });
  return (
    <>
      <PanelZones
        at={at}
        locale={locale}
        zones={[
          { label: labels.yourZone, zone },
          { label: labels.advisorZone, zone: advisorZone },
        ]}
      />
      <a href={`${href}?${query}`} rel="nofollow" className={buttonLook}>
        {fill(labels.proceed, { date, time })}
      </a>
    </>
  );
}

/** Until when the picked time can be given back; before one is picked, the rule. */
function cancelSentence(
  start: string | undefined,
  zone: string,
  locale: string,
  labels: PanelLabels,
): string {
  if (!start) return labels.cancel.any;
  const until = freeCancelUntil(new Date(start), new Date());
  if (!until) return labels.cancel.never;
  return fill(labels.cancel.until, {
    date: formatInstant(until, { locale, zone, style: 'weekdayDate' }),
    time: formatInstant(until, { locale, zone, style: 'time' }),
  });
}

type TermsProps = { service: PanelService; terms: Terms; locale: string; labels: PanelLabels };

/** Price and ways to meet of the picked time, where they are not those of the service. */
function TermsOfTime({ service, terms, locale, labels }: TermsProps) {
  if (isSameTerms(terms, service.terms)) return null;
  const ways = terms.channels.map((channel) => labels.ways[channel]);
  return (
    <p role="status" className="text-sm font-semibold">
      {fill(labels.terms, { price: priceOf(terms, locale, labels), ways: joinWords(ways, locale) })}
    </p>
  );
}

function priceOf({ price }: Terms, locale: string, labels: PanelLabels): string {
  return price.amount === 0 ? labels.freeOfCharge : formatMoney(price, locale);
}

/** What booking this time means for the money. */
function moneySentence({ service, terms, locale, labels }: TermsProps): string {
  const notes = labels.note[terms.price.amount === 0 ? 'free' : 'paid'];
  return fill(notes[service.confirmation], { price: formatMoney(terms.price, locale) });
}

/** Service, day, time: the only part of a profile that has state. Without script links stand in. */
export function BookingPanel(props: BookingPanelProps) {
  const { services, advisorZone, locale, labels } = props;
  const panel = usePanel(services[0]?.id ?? '', advisorZone);
  const service = services.find((one) => one.id === panel.serviceId);
  if (!service) return null;
  const terms = termsIn(panel.own, service.terms);
  const told = { service, terms, locale, labels };
  return (
    <div className="grid gap-5">
      <label className="grid gap-1.5">
        <span className="text-sm font-medium">{labels.service}</span>
        <NativeSelect
          ref={panel.select}
          value={panel.serviceId}
          onChange={(event) => panel.choose(event.target.value)}
          options={services.map((one) => ({ value: one.id, label: one.label }))}
        />
      </label>
      <PanelMembers
        members={service.members}
        value={panel.member}
        onChange={panel.chooseMember}
        labels={labels}
      />
      <div aria-busy={panel.isLoading} className="grid min-h-66 content-start gap-4">
        <p role="status" className="sr-only">
          {panel.isLoading ? labels.loading : ''}
        </p>
        {panel.hasFailed && <p className="text-sm text-danger">{labels.failed}</p>}
        {panel.isLoading && !panel.answer && <PanelSkeleton />}
        <PanelDays panel={panel} locale={locale} labels={labels} />
        {panel.answer && !panel.start && (
          <p className="text-xs text-ink-3">{fill(labels.zone, { zone: zoneName(panel.zone, locale) })}</p>
        )}
      </div>
      <div className="grid gap-3">
        <TermsOfTime {...told} />
        <Proceed
          {...props}
          href={service.bookHref}
          start={panel.start}
          member={panel.member}
          zone={panel.zone}
        />
        <p className="text-center text-xs text-balance text-ink-3">
          {moneySentence(told)}{' '}
          {terms.price.amount > 0 && cancelSentence(panel.start, panel.zone, locale, labels)}
        </p>
        <a href={service.timesHref} className="link min-h-6 justify-self-center text-xs">
          {labels.allTimes}
        </a>
        <a href={service.waitHref} rel="nofollow" className="link min-h-6 justify-self-center text-xs">
          {labels.wait}
        </a>
      </div>
      <BuyBar
        price={
          terms.price.amount === 0 ? labels.freeOfCharge : formatMoney(terms.price, locale, { short: true })
        }
        title={service.title}
        action={labels.toTimes}
        buttonLook={props.barButtonLook}
      />
    </div>
  );
}
