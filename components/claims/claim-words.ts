import {
  BadgeCheck,
  CheckCheck,
  type LucideIcon,
  MessageCircle,
  RotateCcw,
  Scale,
  TimerReset,
  Undo2,
} from 'lucide-react';
import type { ClaimStatus } from '@/lib/claims/rules/status';
import { inLanguage } from '@/lib/shared/in-language';

/** Each status by icon and colour; the word stands beside it. */
export const claimLooks: Record<ClaimStatus, { icon: LucideIcon; className: string }> = {
  opened: { icon: TimerReset, className: 'bg-pending-soft text-pending' },
  answered: { icon: MessageCircle, className: 'bg-warm-soft text-warm-ink' },
  with_admin: { icon: Scale, className: 'bg-pending-soft text-pending' },
  refunded: { icon: RotateCcw, className: 'bg-completed-soft text-completed' },
  accepted: { icon: CheckCheck, className: 'bg-completed-soft text-completed' },
  withdrawn: { icon: Undo2, className: 'bg-cancelled-soft text-cancelled' },
  decided: { icon: BadgeCheck, className: 'bg-accepted-soft text-accepted' },
};

/** Which of the two sides is waited for. */
export function waitsFor(status: ClaimStatus): 'provider' | 'client' | null {
  if (status === 'opened') return 'provider';
  return status === 'answered' ? 'client' : null;
}

/** How the bar of a claim's clock looks. */
export const clockTones = { calm: 'accent', soon: 'warm', overdue: 'late' } as const;

/** How much of a claim's time is gone, in percent; 100 once it is over. */
export const percentGone = (since: Date, until: Date, now: Date): number =>
  Math.min(100, Math.round(((+now - +since) / (+until - +since)) * 100));

/** What people call a claim by. */
export const claimNumber = ({ number }: { number: number }) => `C-${number}`;

/** The title of what a claim is about, in the reader's language. */
export function titleOf({ titles, title }: { titles: unknown; title: string }, locale: string): string {
  const first = typeof titles === 'object' && titles ? Object.values(titles).find((text) => text) : '';
  return inLanguage(titles, locale, title || (typeof first === 'string' ? first : ''));
}
