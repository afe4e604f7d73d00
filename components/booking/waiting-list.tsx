import { CalendarHeart, Hourglass, type LucideIcon, TimerOff } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { Button, buttonStyles } from '@/components/ui/button';
import { Card, CardHead, CardList } from '@/components/ui/card';
import { Chip } from '@/components/ui/chip';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { leaveWaitingListAction } from '@/lib/booking/actions';
import type { OwnEntry } from '@/lib/booking/waiting/types';
import { formatInstant } from '@/lib/i18n/time-format';
import { zoneName } from '@/lib/i18n/zone-name';
import { inLanguage } from '@/lib/shared/in-language';
import { writeDays } from './waiting-days';

type Shown = 'waiting' | 'offered' | 'over';
const looks: Record<Shown, { icon: LucideIcon; className: string }> = {
  waiting: { icon: Hourglass, className: 'bg-tint text-ink-2' },
  offered: { icon: CalendarHeart, className: 'bg-warm-soft text-warm-ink' },
  over: { icon: TimerOff, className: 'bg-tint text-ink-3' },
};
const shownAs = ({ status }: OwnEntry): Shown =>
  status === 'offered' || status === 'waiting' ? status : 'over';

/** What a client waits for; nothing at all when there is nothing. */
export function WaitingList({ entries, zone }: { entries: readonly OwnEntry[]; zone: string }) {
  const t = useTranslations('waiting');
  if (entries.length === 0) return null;
  return (
    <Card>
      <CardHead heading={t('title')} />
      <CardList>
        {entries.map((entry) => (
          <li key={entry.id}>
            <Entry entry={entry} zone={zone} />
          </li>
        ))}
      </CardList>
    </Card>
  );
}

function Entry({ entry, zone }: { entry: OwnEntry; zone: string }) {
  const t = useTranslations('waiting');
  const locale = useLocale();
  const { titles, provider, offer } = entry;
  const service = inLanguage(titles, locale, titles[provider.mainLocale] ?? '');
  const shown = shownAs(entry);
  const until = offer?.heldUntil && formatInstant(offer.heldUntil, { locale, zone, style: 'dateTime' });
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
      <div className="grid min-w-0 flex-1 basis-72 gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
          {service}
          <Chip {...looks[shown]}>{t(`states.${shown}`)}</Chip>
        </p>
        <p className="text-sm text-ink-2">
          {provider.displayName} · {writeDays(entry, locale)}
        </p>
        {until && (
          <p className="text-sm text-warm-ink">{t('kept', { until, zone: zoneName(zone, locale) })}</p>
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        {offer && (
          <PageLink
            to={{ pathname: '/checkout/[bookingId]', params: { bookingId: offer.id } }}
            className={buttonStyles({ size: 'sm' })}
          >
            {t('take')}
          </PageLink>
        )}
        {shown === 'over' ? (
          <PageLink
            to={{ pathname: '/waiting/[serviceId]', params: { serviceId: entry.serviceId } }}
            className={buttonStyles({ size: 'sm', variant: 'secondary' })}
          >
            {t('again')}
          </PageLink>
        ) : (
          <Leave entry={entry} service={service} />
        )}
      </div>
    </div>
  );
}

function Leave({ entry, service }: { entry: OwnEntry; service: string }) {
  const t = useTranslations('waiting.leave');
  const tConfirm = useTranslations('ui.confirm');
  return (
    <ConfirmDialog
      trigger={
        <Button variant="ghost" size="sm" aria-label={t('named', { service })}>
          {t('action')}
        </Button>
      }
      heading={t('named', { service })}
      description={t(entry.offer ? 'textOffered' : 'text')}
      labels={{ confirm: t('action'), keep: tConfirm('keep'), close: tConfirm('close') }}
      foldLook={buttonStyles({ variant: 'ghost', size: 'sm' })}
      action={leaveWaitingListAction}
      said={t('said')}
    >
      <input type="hidden" name="entryId" value={entry.id} />
    </ConfirmDialog>
  );
}
