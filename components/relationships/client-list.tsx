import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { useHref } from '@/components/layout/use-href';
import { Button, buttonStyles } from '@/components/ui/button';
import { Card, CardList } from '@/components/ui/card';
import { Instant, ListZone } from '@/components/ui/instant';
import { Avatar } from '@/components/ui/portrait';
import { TextField } from '@/components/ui/text-field';
import type { SessionTotals } from '@/lib/booking/types';
import type { ClientRow } from '@/lib/relationships/types';

/** Asks for clients by name; a plain form, so that the address can be kept. */
export function ClientSearch({ query }: { query: string }) {
  const t = useTranslations('clients.search');
  const href = useHref();
  return (
    <search>
      <form action={href('/practice/clients')} className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-64">
          <TextField
            id="client-name"
            name="q"
            type="search"
            label={t('label')}
            defaultValue={query}
            maxLength={200}
            autoComplete="off"
          />
        </div>
        <Button type="submit" variant="secondary" icon={Search}>
          {t('submit')}
        </Button>
        {query !== '' && (
          <PageLink to="/practice/clients" className={buttonStyles({ variant: 'ghost' })}>
            {t('all')}
          </PageLink>
        )}
      </form>
    </search>
  );
}

type ClientListProps = {
  clients: readonly ClientRow[];
  totals: ReadonlyMap<string, SessionTotals>;
  zone: string;
  now: Date;
};

/** Clients by name, each with what was and what comes. */
export function ClientList({ clients, totals, zone, now }: ClientListProps) {
  return (
    <div className="grid gap-2.5">
      <Card>
        <CardList>
          {clients.map((client) => (
            <li key={client.id}>
              <Row client={client} totals={totals.get(client.id)} zone={zone} />
            </li>
          ))}
        </CardList>
      </Card>
      <ListZone zone={zone} at={now} />
    </div>
  );
}

type RowProps = { client: ClientRow; totals: SessionTotals | undefined; zone: string };

function Row({ client, totals, zone }: RowProps) {
  const t = useTranslations('clients.list');
  const day = (at: Date) => ({ date: () => <Instant at={at} zone={zone} style="fullDate" /> });
  return (
    <PageLink
      to={{ pathname: '/practice/clients/[clientId]', params: { clientId: client.id } }}
      className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 gap-y-1 rounded-sm hover:text-accent-ink"
    >
      <Avatar of={client} />
      <span className="grid min-w-0 gap-x-6 sm:grid-cols-[minmax(0,1fr)_auto]">
        <b className="min-w-0 font-semibold break-words">{client.name}</b>
        <span className="text-sm text-ink-2 sm:text-end">{t('sessions', { count: totals?.count ?? 0 })}</span>
        <span className="text-sm text-ink-2">{totals?.last && t.rich('last', day(totals.last))}</span>
        <span className="text-sm sm:text-end">{totals?.next && t.rich('next', day(totals.next))}</span>
      </span>
    </PageLink>
  );
}
