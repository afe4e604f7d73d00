'use client';

import { DateStrip } from '@/components/ui/date-strip';
import { fill } from '@/components/ui/fill';
import { addDays, hasFreeTime } from '@/components/ui/slot-groups';
import { SlotPicker } from '@/components/ui/slot-picker';
import { formatInstant, localDay } from '@/lib/i18n/time-format';
import type { PanelLabels } from './panel-labels';
import type { Panel } from './use-panel';
import { windowDays } from './use-slots';

type PanelDaysProps = { panel: Panel; locale: string; labels: PanelLabels };

const writeDate = (date: string, locale: string, style: 'monthYear' | 'longDate'): string =>
  formatInstant(new Date(`${date}T12:00:00Z`), { locale, zone: 'UTC', style });

/** Where the next free day is when the days in view have none. */
function Elsewhere({ panel, locale, labels }: PanelDaysProps) {
  const next = panel.answer?.next;
  if (panel.days.some(hasFreeTime)) return null;
  if (!next) return <p className="text-sm text-ink-2">{labels.nothing}</p>;
  return (
    <button
      type="button"
      onClick={() => panel.turn(next)}
      className="link min-h-6 justify-self-start text-sm"
    >
      {fill(labels.nextDay, { date: writeDate(next, locale, 'longDate') })}
    </button>
  );
}

/** Five days with their times, once the answer is there. */
export function PanelDays({ panel, locale, labels }: PanelDaysProps) {
  const { answer, day, days, zone, turn } = panel;
  if (!answer || !day) return null;
  const hasEarlier = answer.from > localDay(new Date(), zone);
  return (
    <>
      <div className="grid gap-2">
        <p className="text-sm font-medium first-letter:uppercase">
          {writeDate(day.date, locale, 'monthYear')}
        </p>
        <DateStrip
          days={days}
          value={day.date}
          onChange={panel.openDate}
          onEarlier={hasEarlier ? () => turn(addDays(answer.from, -windowDays)) : undefined}
          onLater={answer.next ? () => turn(addDays(answer.from, windowDays)) : undefined}
          locale={locale}
          labels={labels}
        />
      </div>
      {day.slots.length > 0 && (
        <SlotPicker
          slots={day.slots}
          value={panel.start}
          onChange={panel.pick}
          locale={locale}
          zone={zone}
          labels={labels}
        />
      )}
      <Elsewhere panel={panel} locale={locale} labels={labels} />
    </>
  );
}
