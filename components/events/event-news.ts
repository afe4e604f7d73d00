import {
  BellRing,
  CalendarHeart,
  CircleDashed,
  CreditCard,
  RotateCcw,
  Ticket,
  Undo2,
  UsersRound,
  X,
} from 'lucide-react';
import type { NewsLine, NewsLook } from '@/components/booking/recent-news';
import type { EventNewsItem } from '@/lib/events/news-loaders';
import { shownEventText } from '@/lib/events/rules/texts';
import type { Href } from '@/lib/i18n/page-path';

const looks: Record<EventNewsItem['news'], NewsLook> = {
  seatBooked: { icon: Ticket, tone: 'done' },
  seatCancelled: { icon: X },
  seatCancelledLate: { icon: X },
  seatWithdrawn: { icon: Undo2 },
  cancelled: { icon: X },
  belowMinimum: { icon: UsersRound },
  hostAbsent: { icon: RotateCcw },
  absent: { icon: CircleDashed, tone: 'wrong' },
  seatOffered: { icon: CalendarHeart, tone: 'waiting' },
  reminder24: { icon: BellRing, tone: 'waiting' },
  reminder1: { icon: BellRing, tone: 'waiting' },
  paymentReturned: { icon: RotateCcw },
  paymentLost: { icon: CreditCard, tone: 'wrong' },
};

type News = EventNewsItem['news'];

type Reader<N extends News> = {
  locale: string;
  /** The heading of the mail that brought it. */
  headingOf: (news: N) => string;
  pageOf: (eventId: string) => Href;
};

/** News of events in the shape of those of sessions. */
export function eventNewsLines<N extends News>(
  items: readonly (EventNewsItem & { news: N })[],
  { locale, headingOf, pageOf }: Reader<N>,
): NewsLine[] {
  return items.map(({ id, at, news, eventId, texts, mainLocale }) => ({
    id,
    at,
    look: looks[news],
    heading: headingOf(news),
    page: pageOf(eventId),
    about: shownEventText(texts, locale, mainLocale).title,
  }));
}
