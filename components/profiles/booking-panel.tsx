'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import { DateStrip, type DateStripLabels } from '@/components/ui/date-strip';
import { fill } from '@/components/ui/fill';
import { NativeSelect } from '@/components/ui/input';
import { addDays, groupByDay, hasFreeTime, type SlotDay } from '@/components/ui/slot-groups';
import { SlotPicker, type SlotPickerLabels } from '@/components/ui/slot-picker';
import { formatInstant, localDay } from '@/components/ui/time-format';
import { PanelZones } from './panel-zones';
import { useSlots, windowDays } from './use-slots';

export type PanelService = { id: string; label: string; note: string; bookHref: string; timesHref: string };

export type PanelLabels = DateStripLabels &
  SlotPickerLabels & {
    service: string;
    loading: string;
    failed: string;
    /** "Next free day: {date}" */
    nextDay: string;
    nothing: string;
    pickTime: string;
    /** "Continue, {date} at {time}" */
    proceed: string;
    allTimes: string;
    yourZone: string;
    advisorZone: string;
  };

type BookingPanelProps = {
  services: readonly PanelService[];
  advisorZone: string;
  locale: string;
  labels: PanelLabels;
  /** Classes of the primary button, handed in so that no variant code comes along. */
  buttonLook: string;
};

/** "Choose" in the list of services picks the service here instead of leaving the page. */
function useChosenService(choose: (id: string) => void): RefObject<HTMLSelectElement | null> {
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    const listen = (event: MouseEvent) => {
      const link =
        event.target instanceof Element ? event.target.closest<HTMLElement>('[data-choose-service]') : null;
      const id = link?.dataset['chooseService'];
      if (!id || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      choose(id);
      select.current?.closest('#book')?.scrollIntoView({ block: 'start' });
      select.current?.focus({ preventScroll: true });
    };
    document.addEventListener('click', listen);
    return () => document.removeEventListener('click', listen);
  }, [choose]);
  return select;
}

/** The day that is open: the one chosen while it is in view, else the first with a free time. */
function openDay(days: readonly SlotDay[], chosen: string | undefined): SlotDay | undefined {
  return days.find((day) => day.date === chosen) ?? days.find(hasFreeTime) ?? days[0];
}

/** Service, day, time: the only part of a profile that has state. Without script a link stands in. */
export function BookingPanel({ services, advisorZone, locale, labels, buttonLook }: BookingPanelProps) {
  const [serviceId, setServiceId] = useState(services[0]?.id ?? '');
  const [from, setFrom] = useState<string>();
  const [date, setDate] = useState<string>();
  const [start, setStart] = useState<string>();
  const { answer, isLoading, hasFailed } = useSlots(serviceId, from);
  const [choose] = useState(() => (id: string) => {
    setServiceId(id);
    setFrom(undefined);
    setStart(undefined);
  });
  const select = useChosenService(choose);
  const service = services.find((one) => one.id === serviceId);
  const turn = (day: string) => {
    setFrom(day);
    setDate(undefined);
    setStart(undefined);
  };
  if (!service) return null;
  const zone = answer?.zone ?? advisorZone;
  const days = answer ? groupByDay(answer.slots, { zone, first: answer.from, days: windowDays }) : [];
  const day = openDay(days, date);
  const written = (at: Date, style: 'weekdayDate' | 'time' | 'longDate' | 'monthYear') =>
    formatInstant(at, { locale, zone, style });
  const hasEarlier = answer !== undefined && answer.from > localDay(new Date(), zone);
  return (
    <div className="grid gap-5">
      <label className="grid gap-1.5">
        <span className="text-sm font-medium">{labels.service}</span>
        <NativeSelect
          ref={select}
          value={serviceId}
          onChange={(event) => choose(event.target.value)}
          options={services.map((one) => ({ value: one.id, label: one.label }))}
        />
      </label>
      <div aria-busy={isLoading} className="grid min-h-66 content-start gap-4">
        <p role="status" className="sr-only">
          {isLoading ? labels.loading : ''}
        </p>
        {hasFailed && <p className="text-sm text-danger">{labels.failed}</p>}
        {answer && day && (
          <>
            <div className="grid gap-2">
              <p className="text-sm font-medium first-letter:uppercase">
                {formatInstant(new Date(`${day.date}T12:00:00Z`), {
                  locale,
                  zone: 'UTC',
                  style: 'monthYear',
                })}
              </p>
              <DateStrip
                days={days}
                value={day.date}
                onChange={(next) => {
                  setDate(next);
                  setStart(undefined);
                }}
                onEarlier={hasEarlier ? () => turn(addDays(answer.from, -windowDays)) : undefined}
                onLater={answer.next ? () => turn(addDays(answer.from, windowDays)) : undefined}
                locale={locale}
                labels={labels}
              />
            </div>
            {day.slots.length > 0 && (
              <SlotPicker
                slots={day.slots}
                value={start}
                onChange={setStart}
                locale={locale}
                zone={zone}
                labels={labels}
              />
            )}
            {!days.some(hasFreeTime) && answer.next && (
              <button
                type="button"
                onClick={() => answer.next && turn(answer.next)}
                className="link min-h-6 justify-self-start text-sm"
              >
                {fill(labels.nextDay, {
                  date: formatInstant(new Date(`${answer.next}T12:00:00Z`), {
                    locale,
                    zone: 'UTC',
                    style: 'longDate',
                  }),
                })}
              </button>
            )}
            {!days.some(hasFreeTime) && !answer.next && (
              <p className="text-sm text-ink-2">{labels.nothing}</p>
            )}
          </>
        )}
      </div>
      {start && (
        <PanelZones
          at={new Date(start)}
          locale={locale}
          zones={[
            { label: labels.yourZone, zone },
            { label: labels.advisorZone, zone: advisorZone },
          ]}
        />
      )}
      <div className="grid gap-2">
        {start ? (
          <a
            href={`${service.bookHref}?${new URLSearchParams({ start, zone })}`}
            rel="nofollow"
            className={buttonLook}
          >
            {fill(labels.proceed, {
              date: written(new Date(start), 'weekdayDate'),
              time: written(new Date(start), 'time'),
            })}
          </a>
        ) : (
          <p aria-disabled="true" className={buttonLook}>
            {labels.pickTime}
          </p>
        )}
        <p className="text-center text-xs text-balance text-ink-3">{service.note}</p>
        <a href={service.timesHref} className="link min-h-6 justify-self-center text-xs">
          {labels.allTimes}
        </a>
      </div>
    </div>
  );
}
