import { useTranslations } from 'next-intl';
import { useHref } from '@/components/layout/use-href';
import { TabLinks } from '@/components/ui/tab-links';

type AvailabilityTabsProps = {
  current: 'week' | 'exceptions' | 'calendars';
  /** Whose hours, so that one stays with them. */
  query?: Readonly<Record<string, string>>;
  /** Calendars are a specialist's own, and so is the feed of a practice its owner's. */
  hasCalendars?: boolean;
};

/** The hours of every week, the days that differ from it, and calendars kept elsewhere. */
export function AvailabilityTabs({ current, query = {}, hasCalendars = true }: AvailabilityTabsProps) {
  const t = useTranslations('availability');
  const href = useHref();
  return (
    <TabLinks
      label={t('title')}
      className="mb-6"
      links={[
        {
          href: href({ pathname: '/practice/availability', query }),
          label: t('tabs.week'),
          current: current === 'week',
        },
        {
          href: href({ pathname: '/practice/availability/exceptions', query }),
          label: t('tabs.exceptions'),
          current: current === 'exceptions',
        },
        ...(hasCalendars
          ? [
              {
                href: href('/practice/availability/calendars'),
                label: t('tabs.calendars'),
                current: current === 'calendars',
              },
            ]
          : []),
      ]}
    />
  );
}
