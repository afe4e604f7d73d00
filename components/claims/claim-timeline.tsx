import {
  BadgeCheck,
  CheckCheck,
  Flag,
  Lock,
  type LucideIcon,
  MessageCircle,
  NotebookPen,
  RotateCcw,
  Scale,
  TimerOff,
  Undo2,
} from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Instant } from '@/components/ui/instant';
import { formatMoney } from '@/components/ui/money-format';
import { Timeline, TimelineStep } from '@/components/ui/timeline';
import type { ClaimView } from '@/lib/claims/types';
import { ClaimFiles } from './claim-files';
import { type ClaimStep, type Headline, stepsOf } from './claim-steps';

type Look = { icon: LucideIcon; tone?: 'done' | 'waiting' | 'wrong' };

const messageLooks: Record<Headline, Look> = {
  opened: { icon: Flag, tone: 'waiting' },
  answeredFull: { icon: RotateCcw, tone: 'done' },
  answeredPart: { icon: RotateCcw, tone: 'done' },
  declined: { icon: MessageCircle },
  contested: { icon: Scale, tone: 'waiting' },
  wrote: { icon: MessageCircle },
  decidedRefund: { icon: BadgeCheck, tone: 'done' },
  decidedRelease: { icon: BadgeCheck, tone: 'done' },
  noted: { icon: NotebookPen },
};
const stepLooks: Record<Exclude<ClaimStep['kind'], 'message'>, Look> = {
  frozen: { icon: Lock },
  escalatedBySilence: { icon: TimerOff, tone: 'waiting' },
  accepted: { icon: CheckCheck, tone: 'done' },
  withdrawn: { icon: Undo2 },
  moneyReturned: { icon: RotateCcw, tone: 'done' },
};

type ClaimTimelineProps = {
  claim: ClaimView;
  frozen: number;
  zone: string;
  you: 'client' | 'provider' | 'admin';
};

/** What was said and what happened, oldest first; one's own words are called one's own. */
export function ClaimTimeline({ claim, frozen, zone, you }: ClaimTimelineProps) {
  const t = useTranslations('claims.steps');
  const tReason = useTranslations('claims.reasons');
  const tWish = useTranslations('claims.wishes');
  const locale = useLocale();
  const amount = (value: number) => formatMoney({ amount: value, currency: claim.currency }, locale);
  const names = { client: claim.client.name, provider: claim.provider.name, admin: t('team') };
  return (
    <Timeline>
      {stepsOf(claim).map((step) => {
        if (step.kind !== 'message')
          return (
            <TimelineStep
              key={step.kind}
              {...stepLooks[step.kind]}
              heading={t(step.kind, {
                amount: amount(frozen),
                who: you === 'client' ? 'you' : 'other',
                name: names.client,
                advisor: names.provider,
              })}
            >
              <Instant at={step.at} zone={zone} />
            </TimelineStep>
          );
        const { message, headline } = step;
        const isMine = message.party === you;
        const said = {
          who: isMine ? 'you' : 'other',
          name: names[message.party],
          amount: amount(amountOf(claim, headline)),
        };
        return (
          <TimelineStep key={message.id} {...messageLooks[headline]} heading={t(headline, said)}>
            <Instant at={step.at} zone={zone} />
            {headline === 'opened' && (
              <p className="mt-1.5 text-ink-2">
                {t('about', {
                  reason: tReason(claim.reason),
                  wish: tWish(claim.wish, { amount: amount(claim.wishAmount ?? 0) }),
                })}
              </p>
            )}
            <blockquote className="mt-1.5 max-w-[38rem] font-serif text-base leading-6.5 whitespace-pre-line text-ink wrap-anywhere">
              {message.text}
            </blockquote>
            <ClaimFiles claimId={claim.id} files={message.files} />
          </TimelineStep>
        );
      })}
    </Timeline>
  );
}

/** What an answer or a decision gave back. */
function amountOf({ answeredAmount, refundAmount }: ClaimView, headline: Headline): number {
  if (headline === 'answeredPart') return answeredAmount ?? 0;
  return (refundAmount ?? 0) - (headline === 'decidedRefund' ? (answeredAmount ?? 0) : 0);
}
