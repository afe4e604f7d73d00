import { CalendarHeart, Hourglass, type LucideIcon, TimerOff } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { PageLink } from '@/components/layout/page-link';
import { Button, buttonStyles } from '@/components/ui/button';
import { Card, CardHead, CardList } from '@/components/ui/card';
import { Chip } from '@/components/ui/chip';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { WaitingStatus } from '@/lib/booking/rules/waiting';
import type { Href } from '@/lib/i18n/page-path';
import { formatInstant } from '@/lib/i18n/time-format';
import { zoneName } from '@/lib/i18n/zone-name';

/** A wait for a place of a service or for a seat, as its client sees it. */
export type WaitingItem = {
  id: string;
  title: string;
  /** What is waited for. */
  page: Href;
  /** With whom, and when. */
  about: string;
  status: WaitingStatus;
  /** Where the place that is kept can be taken, and until when. */
  offer: { page: Href; until: Date | null } | null;
  /** Where one can wait anew; null when there is nothing to wait for any more. */
  again: Href | null;
  leave: ComponentProps<typeof ConfirmDialog>['action'];
};

type Shown = 'waiting' | 'offered' | 'over';
const looks: Record<Shown, { icon: LucideIcon; className: string }> = {
  waiting: { icon: Hourglass, className: 'bg-tint text-ink-2' },
  offered: { icon: CalendarHeart, className: 'bg-warm-soft text-warm-ink' },
  over: { icon: TimerOff, className: 'bg-tint text-ink-3' },
};
const shownAs = (status: WaitingStatus): Shown =>
  status === 'offered' || status === 'waiting' ? status : 'over';

/** What a client waits for; nothing at all when there is nothing. */
export function WaitingList({ items, zone }: { items: readonly WaitingItem[]; zone: string }) {
  const t = useTranslations('waiting');
  if (items.length === 0) return null;
  return (
    <Card>
      <CardHead id="waiting" heading={t('title')} />
      <CardList>
        {items.map((item) => (
          <li key={item.id}>
            <Item item={item} zone={zone} />
          </li>
        ))}
      </CardList>
    </Card>
  );
}

function Item({ item, zone }: { item: WaitingItem; zone: string }) {
  const t = useTranslations('waiting');
  const locale = useLocale();
  const { title, page, about, status, offer, again } = item;
  const shown = shownAs(status);
  const until = offer?.until && formatInstant(offer.until, { locale, zone, style: 'dateTime' });
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
      <div className="grid min-w-0 flex-1 basis-72 gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
          <PageLink to={page} className="hover:text-accent-ink hover:underline">
            {title}
          </PageLink>
          <Chip {...looks[shown]}>{t(`states.${shown}`)}</Chip>
        </p>
        <p className="text-sm text-ink-2">{about}</p>
        {until && (
          <p className="text-sm text-warm-ink">{t('kept', { until, zone: zoneName(zone, locale) })}</p>
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        {offer && (
          <PageLink to={offer.page} className={buttonStyles({ size: 'sm' })}>
            {t('take')}
          </PageLink>
        )}
        {shown !== 'over' && <Leave item={item} />}
        {shown === 'over' && again && (
          <PageLink to={again} className={buttonStyles({ size: 'sm', variant: 'secondary' })}>
            {t('again')}
          </PageLink>
        )}
      </div>
    </div>
  );
}

function Leave({ item: { id, title, offer, leave } }: { item: WaitingItem }) {
  const t = useTranslations('waiting.leave');
  const tConfirm = useTranslations('ui.confirm');
  return (
    <ConfirmDialog
      trigger={
        <Button variant="ghost" size="sm" aria-label={t('named', { service: title })}>
          {t('action')}
        </Button>
      }
      heading={t('named', { service: title })}
      description={t(offer ? 'textOffered' : 'text')}
      labels={{ confirm: t('action'), keep: tConfirm('keep'), close: tConfirm('close') }}
      foldLook={buttonStyles({ variant: 'ghost', size: 'sm' })}
      action={leave}
      said={t('said')}
    >
      <input type="hidden" name="entryId" value={id} />
    </ConfirmDialog>
  );
}
