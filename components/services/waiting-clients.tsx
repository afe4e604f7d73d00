import { useLocale, useTranslations } from 'next-intl';
import { writeDays } from '@/components/booking/waiting-days';
import { Card, CardHead, CardList } from '@/components/ui/card';
import { Instant } from '@/components/ui/instant';
import type { loadWaitingFor } from '@/lib/booking/waiting/loaders';

type WaitingClientsProps = { entries: Awaited<ReturnType<typeof loadWaitingFor>>; zone: string };

/** Who waits for a place of a service, the first in line first; nothing when nobody does. */
export function WaitingClients({ entries, zone }: WaitingClientsProps) {
  const t = useTranslations('waiting');
  const locale = useLocale();
  if (entries.length === 0) return null;
  return (
    <Card className="mt-6">
      <CardHead heading={t('clients', { count: entries.length })} />
      <CardList>
        {entries.map((entry) => (
          <li key={entry.id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
            <p className="grid min-w-0 wrap-anywhere">
              <b className="font-semibold">{entry.name}</b>
              <span className="text-sm text-ink-2">{writeDays(entry, locale)}</span>
            </p>
            <p className="text-sm text-ink-3">
              {t(entry.status === 'offered' ? 'states.offered' : 'states.waiting')},{' '}
              <Instant at={entry.since} zone={zone} />
            </p>
          </li>
        ))}
      </CardList>
    </Card>
  );
}
