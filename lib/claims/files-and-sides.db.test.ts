import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AccountActor, ProviderActor } from '@/lib/access/actor';
import { takeSeat } from '@/lib/events/seats/take-seat';
import { db } from '@/lib/server/db/client';
import { openDownload } from '@/lib/server/storage/download';
import { newId } from '@/lib/shared/ids';
import { addHours, addMinutes } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeEvent } from '@/prisma/seed/factories/events';
import { addMember, makeOrganisation } from '@/prisma/seed/factories/organisations';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { ClaimStory, complaint } from '@/prisma/test-claims';
import { checkedForTests, startFilesForTests, uploadForTests } from '@/prisma/test-files';
import { stripeForTests } from '@/prisma/test-services';
import type { FileTestbed } from '@/sandbox/testing/files';
import { answerClaim } from './answer-claim';
import { openClaim } from './open-claim';
import { openClaimFile } from './open-file';
import { sendMessage } from './send-message';
import {
  countToAnswer,
  loadOwnClaim,
  loadPracticeClaim,
  loadPracticeClaims,
  loadToAnswer,
} from './views/loaders';
import { loadRecentClaimNews } from './views/news-loaders';

const stripe = stripeForTests();
let files: FileTestbed;

beforeAll(async () => {
  files = await startFilesForTests();
});
afterAll(async () => {
  await files.close();
});
afterEach(async () => {
  await db().clockOffset.update({ where: { id: 1 }, data: { milliseconds: 0 } });
});

function asProvider(actor: AccountActor): ProviderActor {
  if (!actor.provider) throw new Error('no practice');
  return { ...actor, provider: actor.provider };
}

describe('files of a claim', () => {
  it('reach the other side once they are checked, and only by an address of the reader’s own', async () => {
    const story = await ClaimStory.start(stripe);
    const bookingId = await story.held();
    const fileId = await uploadForTests(files, story.client.accountId, 'What the chat said', 'Chat.txt');
    const opened = await story.open(bookingId, { files: [fileId] });
    if (!opened.ok) throw new Error(opened.error.code);
    const { claimId } = opened.value;
    const filesOf = async (side: 'client' | 'provider') => {
      const loaded =
        side === 'client'
          ? await loadOwnClaim(story.client, claimId)
          : await loadPracticeClaim(asProvider(story.advisor), claimId);
      return loaded?.claim.messages[0]?.files.map(({ name, state }) => [name, state]);
    };
    expect(await filesOf('client')).toEqual([['Chat.txt', 'checking']]);
    expect(await filesOf('provider')).toEqual([]);
    expect(await openClaimFile(story.advisor, { claimId, fileId })).toMatchObject({ ok: false });
    await checkedForTests(fileId);
    expect(await filesOf('provider')).toEqual([['Chat.txt', 'ready']]);
    const address = await openClaimFile(story.advisor, { claimId, fileId });
    if (!address.ok) throw new Error(address.error.code);
    const token = address.value.replace('/api/files/', '');
    expect(await openDownload(story.client, token)).toMatchObject({ error: { code: 'common.notFound' } });
    const read = await openDownload(story.advisor, token);
    expect(read.ok && Buffer.from(read.value.bytes).toString()).toBe('What the chat said');
    for (const stranger of [await makeAccount(), (await makeSpecialist()).actor])
      expect(await openClaimFile(stranger, { claimId, fileId })).toMatchObject({
        error: { code: 'common.notFound' },
      });
    expect(await openClaimFile(story.client, { claimId: newId(), fileId })).toMatchObject({ ok: false });
    expect((await openClaimFile(story.admin, { claimId, fileId })).ok).toBe(true);
  });

  it('cannot be somebody else’s, nor be used twice, and a claim that fails leaves them as they were', async () => {
    const story = await ClaimStory.start(stripe);
    const bookingId = await story.held();
    const foreign = await uploadForTests(files, story.advisor.accountId, 'x');
    const refused = await uploadForTests(files, story.client.accountId, new Uint8Array([0x4d, 0x5a, 0]));
    await checkedForTests(refused);
    const own = await uploadForTests(files, story.client.accountId, 'x');
    expect(await story.open(bookingId, { files: [own, foreign] })).toMatchObject({
      error: { fields: { files: 'file.gone' } },
    });
    expect(await story.open(bookingId, { files: [own, refused] })).toMatchObject({
      error: { fields: { files: 'file.refused' } },
    });
    const opened = await story.open(bookingId, { files: [own] });
    if (!opened.ok) throw new Error(opened.error.code);
    const again = { ...opened.value, text: 'Once more', files: [own] };
    expect(await sendMessage(story.client, again)).toMatchObject({
      error: { fields: { files: 'file.gone' } },
    });
  });
});

describe('a seat', () => {
  it('is claimed like a session, and not before the event', async () => {
    const claire = await makeSpecialist();
    const startsAt = addHours(new Date(), 100);
    const eventId = await makeEvent(claire, { startsAt, priceAmount: 0, minimumSeats: 1 });
    const client = await makeAccount();
    const taken = await takeSeat(client, { eventId });
    if (!taken.ok) throw new Error(taken.error.code);
    const { seatId } = taken.value;
    await db().seat.update({ where: { id: seatId }, data: { status: 'booked', bookedAt: new Date() } });
    const claim = () => openClaim(client, { seatId, ...complaint, wish: 'other' });
    expect(await claim()).toMatchObject({ error: { code: 'claim.tooEarly' } });
    const milliseconds = addMinutes(startsAt, 5).getTime() - Date.now();
    await db().clockOffset.update({ where: { id: 1 }, data: { milliseconds } });
    const opened = await claim();
    if (!opened.ok) throw new Error(opened.error.code);
    const loaded = await loadPracticeClaim(asProvider(claire.actor), opened.value.claimId);
    expect(loaded).toMatchObject({ canAnswer: true, claim: { isMediation: true, about: { kind: 'seat' } } });
  });
});

describe('at an organisation', () => {
  it('owner and managers answer; the member who gave the session sees it', async () => {
    const story = await ClaimStory.start(stripe);
    const { claimId, bookingId } = await story.opened();
    const organisation = await makeOrganisation();
    const colleague = await makeSpecialist();
    const member = await addMember(organisation, colleague);
    const { providerId } = organisation;
    const serviceId = organisation.serviceIds[0] ?? '';
    await db().$transaction(async (tx) => {
      await tx.$executeRaw`set local session_replication_role = replica`;
      await tx.$executeRaw`update claim set provider_id = ${providerId}::uuid where id = ${claimId}::uuid`;
      await tx.$executeRaw`update booking set provider_id = ${providerId}::uuid, specialist_id = ${colleague.providerId}::uuid,
        service_id = ${serviceId}::uuid where id = ${bookingId}::uuid`;
    });
    const seen = await loadPracticeClaim(asProvider(member), claimId);
    expect(seen).toMatchObject({ canAnswer: false, claim: { id: claimId } });
    expect(await loadPracticeClaims(asProvider(member))).toMatchObject([{ id: claimId, canAnswer: false }]);
    expect(await loadPracticeClaims(asProvider(organisation.actor))).toMatchObject([{ canAnswer: true }]);
    expect(await countToAnswer(asProvider(member))).toBe(0);
    expect(await countToAnswer(asProvider(organisation.actor))).toBe(1);
    expect(await loadToAnswer(asProvider(organisation.actor))).toMatchObject({
      first: { id: claimId },
      count: 1,
    });
    const input = { claimId, verdict: 'none' as const, amount: null, text: 'x', files: [] };
    expect(await answerClaim(member, input)).toMatchObject({ error: { code: 'common.notFound' } });
    expect(await answerClaim(story.advisor, input)).toMatchObject({ error: { code: 'common.notFound' } });
    expect((await answerClaim(organisation.actor, input)).ok).toBe(true);
    const told = await db().email.findMany({ where: { kind: 'claim.declined' } });
    const mine = told.filter(({ params }) => JSON.stringify(params).includes(claimId));
    expect(mine.map(({ accountId }) => accountId)).toContain(member.accountId);
    expect(await loadRecentClaimNews(member, 'provider')).toMatchObject([{ news: 'declined', claimId }]);
    expect(await loadRecentClaimNews({ ...member, memberOf: [] }, 'provider')).toEqual([]);
    expect(await loadRecentClaimNews(story.client, 'client')).toMatchObject([
      { news: 'declined', claimId },
      { news: 'opened', claimId },
    ]);
  });
});
