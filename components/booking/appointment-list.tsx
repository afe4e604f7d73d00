import { useHref } from '@/components/layout/use-href';
import { Card, CardList } from '@/components/ui/card';
import { ListZone } from '@/components/ui/instant';
import type { Href } from '@/lib/i18n/page-path';
import { AppointmentRow, type AppointmentRowView } from './appointment-row';

type Listed = Omit<AppointmentRowView, 'href'> & { page: Href };

/** Appointments and seats of a client, each one click from its page. */
export function AppointmentList({ rows, zone }: { rows: readonly Listed[]; zone: string }) {
  const href = useHref();
  return (
    <div className="grid gap-2.5">
      <Card>
        <CardList>
          {rows.map((row) => (
            <AppointmentRow key={row.id} zone={zone} row={{ ...row, href: href(row.page) }} />
          ))}
        </CardList>
      </Card>
      <ListZone zone={zone} at={rows[0]?.start} />
    </div>
  );
}
