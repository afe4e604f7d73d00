import { useLocale, useTranslations } from 'next-intl';
import { ClientMessages } from '@/components/layout/client-messages';
import { PageLink } from '@/components/layout/page-link';
import { ActionForm } from '@/components/ui/action-form';
import type { Option } from '@/components/ui/input';
import { ZoneNote } from '@/components/ui/instant';
import { changeWeekAction } from '@/lib/availability/actions';
import type { WeeklyRange } from '@/lib/availability/rules/opening-hours';
import { zoneName, zoneOffsetLabel } from '@/lib/i18n/zone-name';
import type { PostInView } from '@/lib/availability/loaders';
import type { Currency } from '@/lib/shared/money';
import { dayNames } from './day-names';
import { PostFields } from './post-choice';
import { usePriceWordsOf } from './price-words-of';
import { WeekEditor } from './week-editor';

type WeekFormProps = {
  week: readonly WeeklyRange[];
  /** What is on sale, for the preview. */
  services: readonly Option[];
  zones: readonly Option[];
  /** Whose hours. */
  post: PostInView;
  now: Date;
  currency: Currency;
};

/** The week's hours and the zone in which they are meant. */
export function WeekForm({ week, services, zones, post, now, currency }: WeekFormProps) {
  const t = useTranslations('availability');
  const locale = useLocale();
  const prices = usePriceWordsOf(currency);
  const { zone, providerId: practice, specialistId: member } = post;
  return (
    <ActionForm action={changeWeekAction} className="grid gap-5">
      <PostFields post={post} />
      <ZoneNote>
        {t('zone', { zone: zoneName(zone, locale), offset: zoneOffsetLabel(zone, now) })}{' '}
        {practice === member && (
          <PageLink to="/practice/profile" className="link">
            {t('changeZone')}
          </PageLink>
        )}
      </ZoneNote>
      <noscript>
        <p className="text-sm text-ink-2">{t('noScript')}</p>
      </noscript>
      <ClientMessages of={['availability']}>
        <WeekEditor
          week={week}
          dayNames={dayNames(locale, 'long')}
          shortNames={dayNames(locale, 'short')}
          {...{ services, zones, zone, prices }}
          post={{ practice, member }}
        />
      </ClientMessages>
    </ActionForm>
  );
}
