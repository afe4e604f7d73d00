import type { AccountActor } from '@/lib/access/actor';
import { answerDeadline, decisionDue } from '@/lib/claims/rules/clocks';
import {
  type ClaimParty,
  claimMachine,
  type ClaimStatus,
  type ClaimTransition,
} from '@/lib/claims/rules/status';
import type { ClaimNews } from '@/lib/claims/tell-claim';
import { env } from '@/lib/server/env';
import { addHours } from '@/lib/shared/time';
import type { Rows } from '../bookings/rows';
import type { Story } from '../bookings/story';
import { seedId } from '../seed-id';
import type { ClaimCourse, ClaimPlan } from './plan';
import { partOf } from './tell-claim-money';
import { wordsIn } from './words';

const firstNumber = 1001;
const readAfterHours = 30;

type Step = {
  transition: ClaimTransition;
  by: ClaimParty;
  at: Date | null;
  news: ClaimNews;
  says?: 'answer' | 'contest' | 'decision';
};

const answers: Partial<Record<ClaimCourse, Pick<Step, 'transition' | 'news'>>> = {
  part: { transition: 'refundPart', news: 'refundedInPart' },
  refunded: { transition: 'refundInFull', news: 'refunded' },
};
const endings: Partial<Record<ClaimCourse, Pick<Step, 'transition' | 'by' | 'news'>>> = {
  accepted: { transition: 'replyTimeOver', by: 'system', news: 'accepted' },
  withdrawn: { transition: 'withdraw', by: 'client', news: 'withdrawn' },
  decidedPart: { transition: 'decide', by: 'admin', news: 'decided' },
  decidedNone: { transition: 'decide', by: 'admin', news: 'decided' },
};

function stepsOf({ course, answeredAt, escalatedAt, closedAt }: ClaimPlan): Step[] {
  const steps: Step[] = [];
  const answer = answers[course] ?? { transition: 'decline', news: 'declined' };
  if (answeredAt) steps.push({ ...answer, by: 'provider', at: answeredAt, says: 'answer' });
  if (course === 'unanswered')
    steps.push({ transition: 'answerTimeOver', by: 'system', at: escalatedAt, news: 'unanswered' });
  else if (escalatedAt)
    steps.push({ transition: 'contest', by: 'client', at: escalatedAt, news: 'contested', says: 'contest' });
  const ending = endings[course];
  if (ending)
    steps.push({ ...ending, at: closedAt, ...(ending.by === 'admin' && { says: 'decision' as const }) });
  return steps;
}

/** Tells a claim: what was said, what happened, who heard of it. Every step goes through the machine. */
export function tellClaim(rows: Rows, story: Story, plan: ClaimPlan, admin: AccountActor, now: Date): void {
  const { key, client, specialist, offer } = story;
  const id = seedId(`claim/${key}`);
  const { openedAt, answeredAt, escalatedAt, closedAt, course } = plan;
  const part = partOf(offer.price.amount);
  const words = wordsIn(client.locale);
  let status: ClaimStatus = 'opened';
  let version = 1;
  const of = { rows, story, id, now };
  say(of, 'client', 'opening', words.opening, openedAt, client.accountId);
  audit(of, {
    action: 'claim.open',
    party: 'client',
    accountId: client.accountId,
    at: openedAt,
    to: 'opened',
  });
  tell(of, 'opened', openedAt);
  for (const { transition, by, at, news, says } of stepsOf(plan)) {
    if (!at) throw new Error(`${key}: ${transition} without a time`);
    const next = claimMachine.next(status, transition, by);
    if (!next.ok) throw new Error(`${key}: ${transition} from ${status}`);
    const accountId = {
      client: client.accountId,
      provider: specialist.actor.accountId,
      admin: admin.accountId,
      system: null,
    }[by];
    audit(of, { action: `claim.${transition}`, party: by, accountId, at, from: status, to: next.value });
    const kind = says === 'answer' || says === 'decision' ? says : 'message';
    if (says && by !== 'system' && accountId) say(of, by, kind, words[says], at, accountId);
    tell(of, news, at);
    status = next.value;
    version += 1;
  }
  const answered = course === 'part' ? part : course === 'refunded' ? offer.price.amount : 0;
  const back = course === 'decidedPart' ? part : course === 'refunded' ? offer.price.amount : 0;
  rows.claims.push({
    id,
    number: firstNumber + rows.claims.length,
    bookingId: seedId(`booking/${key}`),
    clientId: client.accountId,
    providerId: offer.providerId,
    status,
    version,
    reason: plan.reason,
    wish: plan.wish,
    wishAmount: plan.wish === 'part' ? Math.floor(offer.price.amount / 2) : null,
    currency: offer.price.currency,
    isMediation: false,
    frozenAt: openedAt,
    openedAt,
    answerBy: answerDeadline(openedAt),
    answeredAt,
    answeredAmount: answeredAt ? answered : null,
    replyBy: answeredAt && answerDeadline(answeredAt),
    escalatedAt,
    dueAt: escalatedAt && decisionDue(escalatedAt, env().OPERATOR_TIME_ZONE),
    closedAt,
    settledAt: closedAt,
    refundAmount: closedAt ? back : null,
  });
}

type Telling = { rows: Rows; story: Story; id: string; now: Date };

function say(
  { rows, story, id }: Telling,
  party: 'client' | 'provider' | 'admin',
  kind: 'opening' | 'answer' | 'message' | 'decision',
  text: string,
  createdAt: Date,
  authorId: string,
): void {
  const messageId = seedId(`claim/${story.key}/${kind}`);
  rows.claimMessages.push({ id: messageId, claimId: id, party, authorId, kind, text, createdAt });
}

type Audited = {
  action: string;
  party: ClaimParty;
  accountId: string | null;
  at: Date;
  from?: ClaimStatus;
  to: ClaimStatus;
};

function audit({ rows, story, id }: Telling, { action, from, to, ...entry }: Audited): void {
  rows.audits.push({
    id: seedId(`audit/claim/${story.key}/${action}`),
    ...entry,
    action,
    subjectType: 'claim',
    subjectId: id,
    fromStatus: from ?? null,
    toStatus: to,
  });
}

/** Both sides are told in the app and by mail, as the use cases do. */
function tell({ rows, story, id, now }: Telling, news: ClaimNews, at: Date): void {
  const kind = `claim.${news}`;
  const sides = [
    { party: 'client', actor: story.client },
    { party: 'provider', actor: story.specialist.actor },
  ];
  for (const { party, actor } of sides) {
    const params = { party, occasion: id };
    const key = `${story.key}/${kind}/${party}`;
    rows.notifications.push({
      id: seedId(`news/claim/${key}`),
      accountId: actor.accountId,
      kind,
      claimId: id,
      params,
      createdAt: at,
      readAt: at < addHours(now, -readAfterHours) ? addHours(at, 1) : null,
    });
    rows.emails.push({
      id: seedId(`mail/claim/${key}`),
      accountId: actor.accountId,
      recipient: actor.email,
      locale: actor.locale,
      kind,
      params: { ...params, claimId: id },
      idempotencyKey: `${kind}/${id}/${actor.accountId}`,
      status: 'sent',
      attempts: 1,
      createdAt: at,
      sentAt: at,
      providerId: seedId(`sent/claim/${key}`),
    });
  }
}
