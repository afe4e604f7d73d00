import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PageHead } from '@/components/layout/dashboard-shell';
import { Card } from '@/components/ui/card';
import type { ClaimView } from '@/lib/claims/types';
import type { LoadedClaim } from '@/lib/claims/views/loaders';
import { ClaimChip } from './claim-chip';
import { ClaimClock } from './claim-clock';
import { ClaimFacts } from './claim-facts';
import { frozenAmount } from './claim-steps';
import { ClaimTimeline } from './claim-timeline';
import { claimNumber } from './claim-words';
import { MessageForm } from './message-form';

type ClaimTitleProps = {
  claim: ClaimView;
  other: string;
  /** Who reads it and may act: what waits for them says so. */
  you?: 'client' | 'provider' | false;
};

/** Number, status, what it is about and with whom. */
export function ClaimTitle({ claim, other, you }: ClaimTitleProps) {
  const t = useTranslations('claims');
  return (
    <>
      <div className="mb-2 flex flex-wrap items-center gap-3">
        <span className="tnum text-sm text-ink-3">{claimNumber(claim)}</span>
        <ClaimChip status={claim.status} you={you} />
      </div>
      <PageHead heading={t(`reasons.${claim.reason}`)} lede={other} />
    </>
  );
}

type ClaimPageProps = LoadedClaim & {
  you: 'client' | 'provider' | 'admin';
  zone: string;
  canWrite: boolean;
  /** What can be done now. */
  panel: ReactNode;
  /** Shown above the conversation. */
  evidence?: ReactNode;
  children?: ReactNode;
};

/**
 * A claim for one of those who may see it: facts, story, conversation, and what can be done now with its clock. On narrow
 * screens the parties see first what they can do, and who decides sees first what both say.
 */
export function ClaimPage({
  claim,
  left,
  now,
  you,
  zone,
  canWrite,
  panel,
  evidence,
  children,
}: ClaimPageProps) {
  const t = useTranslations('claims');
  const isActFirst = you !== 'admin';
  return (
    <div className="grid items-start gap-6 min-[75rem]:grid-cols-[minmax(0,1fr)_21.5rem]">
      <div className="grid min-w-0 gap-7">
        {evidence}
        <ClaimFacts claim={claim} left={left} zone={zone} />
        <section className="grid gap-5">
          <h2 className="font-serif text-h3 font-medium">{t('story')}</h2>
          <ClaimTimeline claim={claim} frozen={frozenAmount(claim, left)} zone={zone} you={you} />
          {canWrite && <MessageForm key={claim.messages.length} claimId={claim.id} />}
        </section>
      </div>
      <aside className={`grid gap-6 ${isActFirst ? 'max-[75rem]:-order-1' : ''}`}>
        <Card className="card-pad grid gap-5">
          <Clock claim={claim} now={now} zone={zone} you={canWrite && you} />
          {panel}
        </Card>
        {children}
      </aside>
    </div>
  );
}

/** Who is waited for, or that it is over. */
function Clock({
  claim,
  now,
  zone,
  you,
}: Pick<ClaimPageProps, 'claim' | 'now' | 'zone'> & { you: ClaimPageProps['you'] | false }) {
  const t = useTranslations('claims.over');
  const { status, openedAt, answerBy, answeredAt, replyBy, escalatedAt, dueAt } = claim;
  const of = { now, zone, you };
  if (status === 'opened')
    return <ClaimClock waitingFor="provider" since={openedAt} until={answerBy} {...of} />;
  if (status === 'answered' && answeredAt && replyBy)
    return <ClaimClock waitingFor="client" since={answeredAt} until={replyBy} {...of} />;
  if (status === 'with_admin' && escalatedAt && dueAt)
    return <ClaimClock waitingFor="admin" since={escalatedAt} until={dueAt} {...of} />;
  if (status === 'answered' || status === 'with_admin') return null;
  return (
    <div className="grid gap-1">
      <h2 className="font-serif text-h3 font-medium">{t('heading')}</h2>
      <p className="text-sm text-ink-2">{t(status)}</p>
    </div>
  );
}
