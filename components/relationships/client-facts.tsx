import { useLocale, useTranslations } from 'next-intl';
import { languageNames } from '@/components/layout/languages';
import { Card } from '@/components/ui/card';
import { Instant } from '@/components/ui/instant';
import { Facts } from '@/components/ui/table';
import type { SessionTotals } from '@/lib/booking/types';
import { isLocale } from '@/lib/i18n/routing';
import { zoneName } from '@/lib/i18n/zone-name';
import type { Client } from '@/lib/relationships/types';

type ClientFactsProps = { client: Client; totals: SessionTotals | undefined; zone: string };

/** Who the client is, as far as a provider needs to know, and where the two stand. */
export function ClientFacts({ client, totals, zone }: ClientFactsProps) {
  const t = useTranslations('clients.file');
  const locale = useLocale();
  const { locale: language, timeZone } = client;
  const moment = (at: Date | null | undefined) =>
    at ? <Instant at={at} zone={zone} style="fullDateTime" showZone="name" /> : t('none');
  return (
    <Card className="card-pad grid gap-4">
      <h2 className="font-serif text-h3 font-medium">{t('facts')}</h2>
      <Facts
        facts={[
          {
            term: t('language'),
            value: isLocale(language) ? <span lang={language}>{languageNames[language]}</span> : t('unknown'),
          },
          { term: t('zone'), value: timeZone ? zoneName(timeZone, locale) : t('unknown') },
          { term: t('since'), value: <Instant at={client.since} zone={zone} style="fullDate" /> },
          { term: t('count'), value: totals?.count ?? 0 },
          { term: t('first'), value: moment(totals?.first) },
          { term: t('next'), value: moment(totals?.next) },
        ]}
      />
    </Card>
  );
}
