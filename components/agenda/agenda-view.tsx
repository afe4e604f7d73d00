import { useLocale, useTranslations } from 'next-intl';
import { ClientMessages } from '@/components/layout/client-messages';
import { ZoneNote } from '@/components/ui/instant';
import type { AgendaContent } from '@/lib/booking/agenda-loaders';
import { zoneName, zoneOffsetLabel } from '@/lib/i18n/zone-name';
import { itemsOf } from './agenda-items';
import { AgendaList } from './agenda-list';
import { AgendaMonth } from './agenda-month';
import { AgendaTools } from './agenda-tools';
import { BlockForm } from './block-form';
import { Timetable } from './timetable';

/** A period of the practice by day, week, month or as a list; on a phone the hours of a week are a list. */
export function AgendaView({ content, zone }: { content: AgendaContent; zone: string }) {
  const t = useTranslations('agenda');
  const locale = useLocale();
  const { period, today, now } = content;
  const items = itemsOf(content, { locale, blocked: t('kinds.blocked') });
  const shared = { items, today, zone };
  const isSheet = period.view === 'day' || period.view === 'week';
  return (
    <div className="grid gap-6">
      <AgendaTools period={period} />
      {isSheet && (
        <div className={period.view === 'week' ? 'max-md:hidden' : ''}>
          <ClientMessages of={['agenda']}>
            <Timetable key={period.days[0]} days={period.days} closed={content.closed} {...shared} />
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
      <BlockForm {...shared} />
    </div>
  );
}
