import { useTranslations } from 'next-intl';
import { useHref } from '@/components/layout/use-href';
import { TabLinks } from '@/components/ui/tab-links';

/** What lies before the client, and what is over. */
export function AppointmentTabs({ current }: { current: 'upcoming' | 'past' }) {
  const t = useTranslations('appointments');
  const href = useHref();
  return (
    <TabLinks
      label={t('tabs')}
      links={[
        { href: href('/appointments'), label: t('upcoming'), current: current === 'upcoming' },
        { href: href('/appointments/past'), label: t('past'), current: current === 'past' },
      ]}
    />
  );
}
