import { useLocale, useTranslations } from 'next-intl';
import { useHref } from '@/components/layout/use-href';
import { Card, CardList } from '@/components/ui/card';
import { ZoneNote } from '@/components/ui/instant';
import { zoneName, zoneOffsetLabel } from '@/lib/i18n/zone-name';
import { AppointmentRow, type AppointmentRowView } from './appointment-row';

type Listed = Omit<AppointmentRowView, 'href'>;

/** Appointments of a client, each one click from its page. */
export function AppointmentList({ rows, zone }: { rows: readonly Listed[]; zone: string }) {
  const href = useHref();
  const t = useTranslations('appointments');
  const locale = useLocale();
  const [first] = rows;
  return (
    <div className="grid gap-2.5">
      <Card>
        <CardList>
          {rows.map((row) => (
            <AppointmentRow
              key={row.id}
              zone={zone}
              row={{
                ...row,
                href: href({ pathname: '/appointments/[bookingId]', params: { bookingId: row.id } }),
              }}
            />
          ))}
        </CardList>
      </Card>
      {first && (
        <ZoneNote>
          {t('zone', { zone: zoneName(zone, locale), offset: zoneOffsetLabel(zone, first.start) })}
        </ZoneNote>
      )}
    </div>
  );
}
