import { useLocale, useTranslations } from 'next-intl';
import { ClientMessages } from '@/components/layout/client-messages';
import { ZoneNote } from '@/components/ui/instant';
import type { AgendaContent } from '@/lib/booking/agenda-loaders';
import type { OwnEvent } from '@/lib/events/types';
import { zoneName, zoneOffsetLabel } from '@/lib/i18n/zone-name';
import { itemsOf } from './agenda-items';
import { AgendaList } from './agenda-list';
import { AgendaMonth } from './agenda-month';
import { AgendaTools } from './agenda-tools';
import { BlockForm } from './block-form';
import { Timetable } from './timetable';

type AgendaViewProps = {
  content: AgendaContent;
  events: readonly OwnEvent[];
  zone: string;
  /** Of an organisation: whose agenda it is; nothing: that of all. */
  member: string | undefined;
  /** Whether the time shown is the reader's own, and can be kept for something else. */
  canBlock: boolean;
};

/** A period of the practice by day, week, month or as a list; on a phone the hours of a week are a list. */
export function AgendaView({ content, events, zone, member, canBlock }: AgendaViewProps) {
  const t = useTranslations('agenda');
  const hosting = useTranslations('hosting');
  const locale = useLocale();
  const { period, today, now } = content;
  const items = itemsOf(content, events, {
    locale,
    blocked: t('kinds.blocked'),
    seats: ({ taken, maximumSeats }) => hosting('seats', { booked: taken.booked, maximum: maximumSeats }),
  });
  const shared = { items, today, zone };
  const isSheet = period.view === 'day' || period.view === 'week';
  return (
    <div className="grid gap-6">
      <AgendaTools period={period} member={member} />
      {isSheet && (
        <div className={period.view === 'week' ? 'max-md:hidden' : ''}>
          <ClientMessages of={['agenda']}>
            <Timetable
              key={period.days[0]}
              days={period.days}
              closed={content.closed}
              canBlock={canBlock}
              {...shared}
            />
          </ClientMessages>
        </div>
      )}
      {period.view === 'week' && (
        <div className="md:hidden">
          <AgendaList {...shared} />
        </div>
      )}
      {period.view === 'list' && <AgendaList {...shared} />}
      {period.view === 'month' && <AgendaMonth period={period} {...shared} />}
      <ZoneNote>{t('zone', { zone: zoneName(zone, locale), offset: zoneOffsetLabel(zone, now) })}</ZoneNote>
      {canBlock && <BlockForm {...shared} />}
    </div>
  );
}
