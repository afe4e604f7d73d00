import { CheckCheck, MessageCircle, RotateCcw, Scale, TimerOff, TimerReset, Undo2 } from 'lucide-react';
import type { NewsLine, NewsLook } from '@/components/booking/recent-news';
import type { ClaimNewsItem } from '@/lib/claims/views/news-loaders';
import type { Href } from '@/lib/i18n/page-path';

const looks: Record<ClaimNewsItem['news'], NewsLook> = {
  opened: { icon: TimerReset, tone: 'waiting' },
  refunded: { icon: RotateCcw, tone: 'done' },
  refundedInPart: { icon: RotateCcw, tone: 'waiting' },
  declined: { icon: MessageCircle, tone: 'waiting' },
  accepted: { icon: CheckCheck, tone: 'done' },
  contested: { icon: Scale, tone: 'waiting' },
  unanswered: { icon: TimerOff, tone: 'wrong' },
  withdrawn: { icon: Undo2 },
  decided: { icon: Scale, tone: 'done' },
  moneyReturned: { icon: RotateCcw, tone: 'done' },
  written: { icon: MessageCircle },
};

type Reader = {
  /** The heading of the mail that brought it. */
  headingOf: (news: ClaimNewsItem['news']) => string;
  pageOf: (claimId: string) => Href;
};

/** News of claims in the shape of those of sessions. */
export function claimNewsLines(items: readonly ClaimNewsItem[], { headingOf, pageOf }: Reader): NewsLine[] {
  return items.map(({ id, at, news, claimId, otherName }) => ({
    id,
    at,
    look: looks[news],
    heading: headingOf(news),
    page: pageOf(claimId),
    about: otherName,
  }));
}
