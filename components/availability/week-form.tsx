import { useLocale, useTranslations } from 'next-intl';
import { ClientMessages } from '@/components/layout/client-messages';
import { PageLink } from '@/components/layout/page-link';
import { ActionForm } from '@/components/ui/action-form';
import { Card } from '@/components/ui/card';
import { ZoneNote } from '@/components/ui/instant';
import { SubmitButton } from '@/components/ui/submit-button';
import { zoneName, zoneOffsetLabel } from '@/lib/i18n/zone-name';
import { changeWeekAction } from '@/lib/availability/actions';
import type { WeeklyRange } from '@/lib/availability/rules/opening-hours';
import { addHours } from '@/lib/shared/time';
import { WeekEditor } from './week-editor';

/** 5 January 1970 was a Monday. */
const aMonday = new Date(Date.UTC(1970, 0, 5, 12));

function dayNames(locale: string): string[] {
  const names = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return [0, 1, 2, 3, 4, 5, 6].map((day) => names.format(addHours(aMonday, day * 24)));
}

/** The week's hours and the zone in which they are meant. */
export function WeekForm({ week, zone, now }: { week: readonly WeeklyRange[]; zone: string; now: Date }) {
  const t = useTranslations('availability');
  const locale = useLocale();
  return (
    <ActionForm action={changeWeekAction} done={t('saved')} className="grid max-w-[52rem] gap-5">
      <ZoneNote>
        {t('zone', { zone: zoneName(zone, locale), offset: zoneOffsetLabel(zone, now) })}{' '}
        <PageLink to="/practice/profile" className="link">
          {t('changeZone')}
        </PageLink>
      </ZoneNote>
      <Card className="px-[clamp(1.125rem,0.9rem+0.8vw,1.5rem)] py-1">
        <ClientMessages of={['availability']}>
          <WeekEditor week={week} dayNames={dayNames(locale)} />
        </ClientMessages>
      </Card>
      <p className="text-sm text-ink-2">{t('hint')}</p>
      <noscript>
        <p className="text-sm text-ink-2">{t('noScript')}</p>
      </noscript>
      <SubmitButton size="lg" className="justify-self-start">
        {t('save')}
      </SubmitButton>
    </ActionForm>
  );
}
