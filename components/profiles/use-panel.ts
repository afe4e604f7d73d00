'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import { groupByDay, hasFreeTime, type SlotDay } from '@/components/ui/slot-groups';
import type { OwnTerms } from '@/lib/availability/rules/terms';
import { type Slots, useSlots, windowDays } from './use-slots';

/** "Choose" in the list of services picks the service in the panel instead of leaving the page. */
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

/** What was chosen before script took over the page stands: the browser shows it, and nobody else was told. */
function useEarlierChoice(
  select: RefObject<HTMLSelectElement | null>,
  firstService: string,
  choose: (service: string, member: string) => void,
): void {
  useEffect(() => {
    const service = select.current?.value || firstService;
    const member = select.current
      ?.closest('#book')
      ?.querySelector<HTMLInputElement>('[name="panel-member"]:checked')?.value;
    if (service !== firstService || member) choose(service, service === firstService ? (member ?? '') : '');
  }, [select, firstService, choose]);
}

/** The day that is open: the one chosen while it is in view, else the first with a free time. */
function openDay(days: readonly SlotDay[], chosen: string | undefined): SlotDay | undefined {
  return days.find((day) => day.date === chosen) ?? days.find(hasFreeTime) ?? days[0];
}

export type Panel = Slots & {
  select: RefObject<HTMLSelectElement | null>;
  serviceId: string;
  choose: (id: string) => void;
  /** Of an organisation who was asked for; empty: no one in particular. */
  member: string;
  chooseMember: (id: string) => void;
  /** The reader's zone; the advisor's until the answer is there. */
  zone: string;
  days: readonly SlotDay[];
  day: SlotDay | undefined;
  openDate: (date: string) => void;
  /** Shows the days from this one on. */
  turn: (date: string) => void;
  start: string | undefined;
  /** What the picked time has of its own. */
  own: OwnTerms | undefined;
  pick: (start: string) => void;
};

/** Service, who gives it, window of days, day and time; a later choice forgets what depended on an earlier one. */
export function usePanel(firstService: string, advisorZone: string): Panel {
  const [serviceId, setServiceId] = useState(firstService);
  const [member, setMember] = useState('');
  const [from, setFrom] = useState<string>();
  const [date, setDate] = useState<string>();
  const [start, setStart] = useState<string>();
  const slots = useSlots(serviceId, member, from);
  const forgetTime = () => {
    setFrom(undefined);
    setDate(undefined);
    setStart(undefined);
  };
  const [choose] = useState(() => (id: string, by = '') => {
    setServiceId(id);
    setMember(by);
    forgetTime();
  });
  const select = useChosenService(choose);
  useEarlierChoice(select, firstService, choose);
  const zone = slots.answer?.zone ?? advisorZone;
  const days = slots.answer
    ? groupByDay(slots.answer.slots, { zone, first: slots.answer.from, days: windowDays })
    : [];
  return {
    ...slots,
    select,
    serviceId,
    choose,
    member,
    chooseMember: (id) => {
      setMember(id);
      forgetTime();
    },
    zone,
    days,
    day: openDay(days, date),
    openDate: (next) => {
      setDate(next);
      setStart(undefined);
    },
    turn: (next) => {
      setFrom(next);
      setDate(undefined);
      setStart(undefined);
    },
    start,
    own: slots.answer?.slots.find((slot) => slot.start === start),
    pick: setStart,
  };
}
