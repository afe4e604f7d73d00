import type { AccountActor } from '@/lib/access/actor';
import { answerClaim } from '@/lib/claims/answer-claim';
import { decideClaim } from '@/lib/claims/decide-claim';
import { openClaim } from '@/lib/claims/open-claim';
import { contestAnswer } from '@/lib/claims/reply-to-answer';
import type { OpenClaimInput } from '@/lib/claims/schema';
import { checkIn } from '@/lib/rooms/check-in';
import { settleEndedSessions } from '@/lib/rooms/jobs';
import { db } from '@/lib/server/db/client';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { TestJourney } from './test-journey';
import type { StripeForTests } from './test-services';

type Verdict = 'full' | 'part' | 'none';

export const complaint = {
  reason: 'cut_short',
  wish: 'full',
  amount: null,
  text: 'It ended early.',
  files: [],
} satisfies OpenClaimInput;

/** A client, an advisor and an admin, with sessions about which there is something to say. */
export class ClaimStory {
  private constructor(
    readonly journey: TestJourney,
    readonly admin: AccountActor,
  ) {}

  static async start(stripe: StripeForTests): Promise<ClaimStory> {
    return new ClaimStory(await TestJourney.start(stripe), await makeAccount({ isAdmin: true }));
  }

  get client() {
    return this.journey.client;
  }

  get advisor() {
    return this.journey.specialist.actor;
  }

  booking(id: string) {
    return db().booking.findUniqueOrThrow({ where: { id } });
  }

  claim(id: string) {
    return db().claim.findUniqueOrThrow({ where: { id } });
  }

  /** A session of 120.00 € that took place; the clock stands at its end. */
  async held(): Promise<string> {
    const bookingId = await this.journey.accepted();
    const { startsAt, endsAt } = await this.booking(bookingId);
    await this.journey.advance(startsAt);
    await checkIn(this.client, { bookingId });
    await checkIn(this.advisor, { bookingId });
    await this.journey.advance(endsAt);
    await settleEndedSessions();
    return bookingId;
  }

  /** The client enters the room. */
  async comes(bookingId: string): Promise<void> {
    await checkIn(this.client, { bookingId });
  }

  /** What the worker writes down of sessions that are over. */
  ends(): Promise<void> {
    return settleEndedSessions();
  }

  open(bookingId: string, more: Partial<OpenClaimInput> = {}) {
    return openClaim(this.client, { bookingId, ...complaint, ...more });
  }

  async opened(): Promise<{ bookingId: string; claimId: string }> {
    const bookingId = await this.held();
    const claim = await this.open(bookingId);
    if (!claim.ok) throw new Error(claim.error.code);
    return { bookingId, claimId: claim.value.claimId };
  }

  answer(claimId: string, verdict: Verdict, amount: number | null = null) {
    return answerClaim(this.advisor, { claimId, verdict, amount, text: 'My router failed.', files: [] });
  }

  contest(claimId: string) {
    return contestAnswer(this.client, { claimId, text: 'That is not enough.', files: [] });
  }

  async contested(verdict: Verdict = 'none', amount: number | null = null) {
    const story = await this.opened();
    await this.answer(story.claimId, verdict, amount);
    await this.journey.drain();
    const contested = await this.contest(story.claimId);
    if (!contested.ok) throw new Error(contested.error.code);
    return story;
  }

  decide(claimId: string, verdict: Verdict, amount: number | null = null) {
    return decideClaim(this.admin, {
      claimId,
      verdict,
      amount,
      ground: null,
      text: 'Half of it took place.',
    });
  }
}
