import { MapPin } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import type { BookingView } from './types';

type PlaceBlockProps = {
  place: NonNullable<BookingView['place']>;
  /** The way to meet is still being chosen. */
  isOpen?: boolean;
};

/** Where one meets in person, with the way to a map of somebody else's; nothing of it is loaded here. */
export function PlaceBlock({ place, isOpen = false }: PlaceBlockProps) {
  const t = useTranslations('booking.place');
  return (
    <div className="flex items-start gap-2 text-sm leading-5.5">
      <Icon of={MapPin} className="mt-0.5 text-ink-3" />
      <div className="grid min-w-0 gap-0.5 wrap-anywhere">
        <p className="text-ink-3">{isOpen ? t('onSite') : t('label')}</p>
        <PlaceAddress place={place} />
      </div>
    </div>
  );
}

/** The address alone, line by line, and the map. */
export function PlaceAddress({ place }: Pick<PlaceBlockProps, 'place'>) {
  const t = useTranslations('booking.place');
  return (
    <>
      <address className="grid not-italic">
        {place.lines.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </address>
      <a href={place.mapHref} className="link w-fit py-0.5">
        {t('map')}
      </a>
    </>
  );
}
