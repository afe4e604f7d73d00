import { useLocale, useTranslations } from 'next-intl';
import { Money } from '@/components/ui/money';
import { Avatar } from '@/components/ui/portrait';
import { portraitAddress } from '@/lib/profiles/rules/portraits';
import type { Offer } from '@/lib/services/types';
import { inLanguage } from '@/lib/shared/in-language';

/** Who offers what, how long and for how much, above a time that was picked. */
export function PickedOffer({ offer, member }: { offer: Offer; member: string | undefined }) {
  const t = useTranslations('booking.summary');
  const detail = useTranslations('appointments.detail');
  const locale = useLocale();
  const { providerId, provider, members, titles, durationMinutes, price } = offer;
  const [firstTitle = ''] = Object.values(titles);
  const named = members.find(({ id }) => id === member);
  return (
    <div className="flex items-center gap-3">
      <Avatar
        of={{ id: providerId, name: provider.displayName, picture: portraitAddress(provider.portrait) }}
        size="lg"
      />
      <div className="grid min-w-0">
        <b className="font-semibold">{provider.displayName}</b>
        {named && <span className="text-sm">{t('givenBy', { name: named.name })}</span>}
        <span className="font-serif text-md">{inLanguage(titles, locale, firstTitle)}</span>
        <span className="text-sm text-ink-3">
          {t('minutes', { minutes: durationMinutes })} ·{' '}
          {price.amount === 0 ? detail('free') : <Money value={price} />}
        </span>
      </div>
    </div>
  );
}
