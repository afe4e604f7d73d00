import { useLocale, useTranslations } from 'next-intl';
import { joinWords } from '@/components/profiles/join-words';
import { Money } from '@/components/ui/money';
import { Avatar } from '@/components/ui/portrait';
import type { Terms } from '@/lib/availability/rules/terms';
import { portraitAddress } from '@/lib/profiles/rules/portraits';
import type { Offer } from '@/lib/services/types';
import { inLanguage } from '@/lib/shared/in-language';

type PickedOfferProps = {
  offer: Offer;
  /** Who was asked for, of an organisation. */
  member?: string | undefined;
  terms?: Terms;
};

/** Who offers what, how long, for how much and how one meets, above a time that was picked: in its terms, where they are known. */
export function PickedOffer({ offer, member, terms = offer }: PickedOfferProps) {
  const t = useTranslations('booking.summary');
  const detail = useTranslations('appointments.detail');
  const locale = useLocale();
  const { providerId, provider, members, titles, durationMinutes } = offer;
  const { price, channels } = terms;
  const [firstTitle = ''] = Object.values(titles);
  const named = members.find(({ id }) => id === member);
  return (
    <div className="flex items-center gap-3">
      <Avatar
        of={{ id: providerId, name: provider.displayName, picture: portraitAddress(provider.portrait) }}
        size="lg"
      />
      <div className="grid min-w-0 wrap-anywhere">
        <b className="font-semibold">{provider.displayName}</b>
        {named && <span className="text-sm">{t('givenBy', { name: named.name })}</span>}
        <span className="font-serif text-md">{inLanguage(titles, locale, firstTitle)}</span>
        <span className="text-sm text-ink-3">
          {t('minutes', { minutes: durationMinutes })} ·{' '}
          {price.amount === 0 ? detail('free') : <Money value={price} />}
        </span>
        <span className="text-sm text-ink-3 first-letter:uppercase">
          {joinWords(
            channels.map((channel) => t(`channels.${channel}`)),
            locale,
          )}
        </span>
      </div>
    </div>
  );
}
