import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AccountActor } from '@/lib/access/actor';
import { sweepMoney } from '@/lib/payments/jobs';
import { db } from '@/lib/server/db/client';
import { newId } from '@/lib/shared/ids';
import { addHours, addMinutes } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { ClaimStory, complaint } from '@/prisma/test-claims';
import { stripeForTests } from '@/prisma/test-services';
import { answerClaim } from './answer-claim';
import { sweepClaims } from './jobs';
import { openClaim } from './open-claim';
import { acceptAnswer, withdrawClaim } from './reply-to-answer';
import { noteOnClaim, sendMessage } from './send-message';
import { loadClaimToDecide, loadOwnClaim, loadPracticeClaim, loadRecentActivity } from './views/loaders';

const stripe = stripeForTests();
let story: ClaimStory;

beforeEach(async () => {
  story = await ClaimStory.start(stripe);
});
afterEach(async () => {
  await db().clockOffset.update({ where: { id: 1 }, data: { milliseconds: 0 } });
});

describe('making a claim', () => {
  it('freezes the money, and tells both sides without a word of it', async () => {
    const { bookingId, claimId } = await story.opened();
    expect(await story.claim(claimId)).toMatchObject({
      status: 'opened',
      isMediation: false,
      settledAt: null,
    });
    expect((await story.journey.payment(bookingId)).status).toBe('claim_open');
    await story.journey.advance(addHours(story.journey.now(), 80));
    await sweepMoney();
    expect((await story.journey.payment(bookingId)).status).toBe('claim_open');
    const mails = await db().email.findMany({ where: { kind: 'claim.opened' } });
    const mine = mails.filter(({ params }) => JSON.stringify(params).includes(claimId));
    expect(new Set(mine.map(({ accountId }) => accountId))).toEqual(
      new Set([story.client.accountId, story.advisor.accountId]),
    );
    expect(JSON.stringify(mine)).not.toContain('ended early');
  });

  it('is possible once for each session, also when asked twice at once', async () => {
    const bookingId = await story.held();
    const both = await Promise.all([story.open(bookingId), story.open(bookingId)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.filter(({ ok }) => !ok)).toMatchObject([{ error: { code: 'claim.exists' } }]);
  });

  it('is for its client alone', async () => {
    const bookingId = await story.held();
    const [stranger, other] = [await makeAccount(), await makeSpecialist()];
    for (const actor of [stranger, other.actor, story.advisor, story.admin, { kind: 'anonymous' as const }])
      expect(await openClaim(actor, { bookingId, ...complaint })).toMatchObject({
        error: { code: 'common.notFound' },
      });
    for (const subject of [{ bookingId: newId() }, { seatId: bookingId }, {}])
      expect(await openClaim(story.client, { ...subject, ...complaint })).toMatchObject({
        error: { code: 'common.notFound' },
      });
  });

  it('begins with the session and ends 72 hours after it, that instant included', async () => {
    const bookingId = await story.journey.accepted();
    const { startsAt, endsAt } = await story.booking(bookingId);
    await story.journey.advance(addMinutes(startsAt, -1));
    expect(await story.open(bookingId)).toMatchObject({ error: { code: 'claim.tooEarly' } });
    await story.journey.advance(addMinutes(endsAt, 72 * 60 + 1));
    expect(await story.open(bookingId)).toMatchObject({ error: { code: 'claim.tooLate' } });
  });

  it('while the session runs freezes what it earns; when the advisor then never came, everything goes back', async () => {
    const bookingId = await story.journey.accepted();
    const { startsAt, endsAt } = await story.booking(bookingId);
    await story.journey.advance(addMinutes(startsAt, 20));
    await story.comes(bookingId);
    const claim = await story.open(bookingId, { reason: 'did_not_take_place' });
    if (!claim.ok) throw new Error(claim.error.code);
    await story.journey.advance(endsAt);
    await story.ends();
    await story.journey.drain();
    await sweepClaims();
    expect(await story.claim(claim.value.claimId)).toMatchObject({ status: 'refunded', refundAmount: 0 });
    expect(await story.journey.payment(bookingId)).toMatchObject({
      status: 'refunded',
      refundedAmount: 12_000,
    });
  });

  it('asks for a part only below the price', async () => {
    const bookingId = await story.held();
    for (const amount of [null, 0, 12_000])
      expect(await story.open(bookingId, { wish: 'part', amount })).toMatchObject({
        error: { fields: { amount: 'claim.amountInvalid' } },
      });
    expect((await story.open(bookingId, { wish: 'part', amount: 6000 })).ok).toBe(true);
  });
});

describe('the provider answers', () => {
  it('in full: everything goes back and the claim is closed', async () => {
    const { bookingId, claimId } = await story.opened();
    expect((await story.answer(claimId, 'full')).ok).toBe(true);
    await story.journey.drain();
    expect(await story.journey.payment(bookingId)).toMatchObject({
      status: 'refunded',
      refundedAmount: 12_000,
    });
    expect(await story.claim(claimId)).toMatchObject({ status: 'refunded', refundAmount: 12_000 });
    expect(await story.journey.balances(bookingId)).toMatchObject({ AH: 0, RC: 0, VO: 0 });
  });

  it('in part: that goes back at once, the rest stays frozen until the client replies', async () => {
    const { bookingId, claimId } = await story.opened();
    expect((await story.answer(claimId, 'part', 3600)).ok).toBe(true);
    expect((await loadOwnClaim(story.client, claimId))?.left).toBe(8400);
    await story.journey.drain();
    expect((await loadOwnClaim(story.client, claimId))?.left).toBe(8400);
    expect(await story.journey.payment(bookingId)).toMatchObject({
      status: 'claim_open',
      refundedAmount: 3600,
    });
    expect((await acceptAnswer(story.client, { claimId })).ok).toBe(true);
    expect(await story.journey.payment(bookingId)).toMatchObject({
      status: 'releasable',
      advisorAmount: 6901,
    });
    expect(await story.claim(claimId)).toMatchObject({ status: 'accepted', refundAmount: 3600 });
  });

  it.each([0, -1, 12_000, null])('a part of %s is none', async (amount) => {
    const { claimId } = await story.opened();
    expect(await story.answer(claimId, 'part', amount)).toMatchObject({
      error: { fields: { amount: 'claim.amountInvalid' } },
    });
    expect((await story.claim(claimId)).status).toBe('opened');
  });

  it('declines: silence of the client for 72 hours accepts', async () => {
    const { bookingId, claimId } = await story.opened();
    expect((await story.answer(claimId, 'none')).ok).toBe(true);
    const { replyBy } = await story.claim(claimId);
    await story.journey.advance(addMinutes(replyBy ?? new Date(), -1));
    await sweepClaims();
    expect((await story.claim(claimId)).status).toBe('answered');
    await story.journey.advance(addMinutes(replyBy ?? new Date(), 1));
    expect(await story.contest(claimId)).toMatchObject({ error: { code: 'claim.tooLate' } });
    await sweepClaims();
    expect(await story.claim(claimId)).toMatchObject({ status: 'accepted', refundAmount: 0 });
    expect((await story.journey.payment(bookingId)).status).toBe('releasable');
  });

  it('once, also when two answer at once', async () => {
    const { bookingId, claimId } = await story.opened();
    const both = await Promise.all([story.answer(claimId, 'part', 1000), story.answer(claimId, 'none')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.filter(({ ok }) => !ok)).toMatchObject([{ error: { code: 'claim.statusChanged' } }]);
    await story.journey.drain();
    const { refundedAmount } = await story.journey.payment(bookingId);
    expect(refundedAmount).toBe((await story.claim(claimId)).answeredAmount);
  });

  it('not by anybody else, and not a claim that is not there', async () => {
    const { claimId } = await story.opened();
    const other = await makeSpecialist();
    const input = { claimId, verdict: 'full' as const, amount: null, text: 'x', files: [] };
    for (const actor of [story.client, other.actor, story.admin, { kind: 'anonymous' as const }])
      expect(await answerClaim(actor, input)).toMatchObject({ error: { code: 'common.notFound' } });
    expect(await answerClaim(story.advisor, { ...input, claimId: newId() })).toMatchObject({
      error: { code: 'common.notFound' },
    });
  });

  it('not at all: after 72 hours an admin has it, and the answer comes too late', async () => {
    const { claimId } = await story.opened();
    const { answerBy } = await story.claim(claimId);
    await story.journey.advance(addMinutes(answerBy, -1));
    await sweepClaims();
    expect((await story.claim(claimId)).status).toBe('opened');
    await story.journey.advance(addMinutes(answerBy, 1));
    expect(await story.answer(claimId, 'none')).toMatchObject({ error: { code: 'claim.tooLate' } });
    const race = await Promise.all([sweepClaims(), story.answer(claimId, 'part', 100), sweepClaims()]);
    expect(race[1].ok).toBe(false);
    expect((await story.claim(claimId)).status).toBe('with_admin');
    expect(
      await db().auditEntry.count({ where: { subjectId: claimId, action: 'claim.answerTimeOver' } }),
    ).toBe(1);
    expect((await story.answer(claimId, 'full')).ok).toBe(true);
  });
});

describe('the conversation', () => {
  it('is for both sides and admins while the claim is open; notes are for admins', async () => {
    const { claimId } = await story.opened();
    const write = (actor: AccountActor, text: string) => sendMessage(actor, { claimId, text, files: [] });
    expect((await write(story.client, 'Hello?')).ok).toBe(true);
    expect((await write(story.advisor, 'I am here.')).ok).toBe(true);
    expect((await write(story.admin, 'We read along.')).ok).toBe(true);
    expect(await write(await makeAccount(), 'x')).toMatchObject({ error: { code: 'common.notFound' } });
    expect((await noteOnClaim(story.admin, { claimId, text: 'Looks honest.' })).ok).toBe(true);
    expect(await noteOnClaim(story.client, { claimId, text: 'x' })).toMatchObject({
      error: { code: 'common.notFound' },
    });
    const own = await loadOwnClaim(story.client, claimId);
    expect(own?.claim.messages.map(({ party, text }) => [party, text])).toEqual([
      ['client', 'It ended early.'],
      ['client', 'Hello?'],
      ['provider', 'I am here.'],
      ['admin', 'We read along.'],
    ]);
    const seen = await loadClaimToDecide(story.admin, claimId);
    expect(seen?.claim.messages.map(({ kind }) => kind)).toContain('note');
    expect(seen?.stays.length).toBeGreaterThan(0);
    await withdrawClaim(story.client, { claimId });
    expect(await write(story.client, 'One more thing')).toMatchObject({ error: { code: 'claim.closed' } });
  });

  it('does not exist for others', async () => {
    const { claimId } = await story.opened();
    const other = await makeSpecialist();
    const { provider } = other.actor;
    if (!provider) throw new Error('no practice');
    expect(await loadOwnClaim(await makeAccount(), claimId)).toBeNull();
    expect(await loadOwnClaim(story.advisor, claimId)).toBeNull();
    expect(await loadPracticeClaim({ ...other.actor, provider }, claimId)).toBeNull();
  });
});

it('solved before anybody answered, the money is the advisor’s', async () => {
  const { bookingId, claimId } = await story.opened();
  expect(await withdrawClaim(story.advisor, { claimId })).toMatchObject({
    error: { code: 'common.notFound' },
  });
  expect((await withdrawClaim(story.client, { claimId })).ok).toBe(true);
  expect((await story.journey.payment(bookingId)).status).toBe('releasable');
});

it('recent activity shows what can be claimed and until when', async () => {
  const bookingId = await story.held();
  const { endsAt } = await story.booking(bookingId);
  const { items } = await loadRecentActivity(story.client);
  expect(items).toMatchObject([{ about: { subject: { bookingId } }, claimUntil: addHours(endsAt, 72) }]);
  await story.open(bookingId);
  const [after] = (await loadRecentActivity(story.client)).items;
  expect(after).toMatchObject({ claimUntil: null, about: { claim: { status: 'opened' } } });
});
