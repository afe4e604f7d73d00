import { useTranslations } from 'next-intl';
import { useHref } from '@/components/layout/use-href';
import { TabLinks } from '@/components/ui/tab-links';

/** The hours of every week, the days that differ from it, and calendars kept elsewhere. */
export function AvailabilityTabs({ current }: { current: 'week' | 'exceptions' | 'calendars' }) {
  const t = useTranslations('availability');
  const href = useHref();
  return (
    <TabLinks
      label={t('title')}
      className="mb-6"
      links={[
        { href: href('/practice/availability'), label: t('tabs.week'), current: current === 'week' },
        {
          href: href('/practice/availability/exceptions'),
          label: t('tabs.exceptions'),
          current: current === 'exceptions',
        },
        {
          href: href('/practice/availability/calendars'),
          label: t('tabs.calendars'),
          current: current === 'calendars',
        },
      ]}
    />
  );
}
