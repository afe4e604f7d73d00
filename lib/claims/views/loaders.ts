import { notFound } from 'next/navigation';
import { cache } from 'react';
import type { AccountActor, ProviderActor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { isId } from '@/lib/shared/ids';
import { addHours } from '@/lib/shared/time';
import { countClaims, listClaims, listRecentSubjects, statusIn } from '../repository';
import { stakeOf } from '../claim-money';
import { openStatuses } from '../rules/status';
import { claimWindow, type Course, courseOf, isMoneyGone, isWithinWindow } from '../rules/window';
import type { ClaimMessageView, ClaimRow, ClaimSubject, ClaimView } from '../types';
import { findAttendance, findClaimView, readHistory } from './repository';

const perPage = 30;
const recentDays = 14;
const mostRecent = 6;

/** Of messages only what this side may see: no notes, and files of others only once they are checked. */
function forReader(claim: ClaimView, accountId: string, isAdmin: boolean): ClaimView {
  const seen = (message: ClaimMessageView): ClaimMessageView => ({
    ...message,
    files: message.files.filter(({ state }) => state === 'ready' || message.authorId === accountId),
  });
  const messages = claim.messages.filter(({ kind }) => isAdmin || kind !== 'note');
  return { ...claim, messages: messages.map(seen) };
}

/** `left` is what can still go back, without what is on its way already. */
export type LoadedClaim = { claim: ClaimView; left: number; now: Date };

async function load(id: string): Promise<LoadedClaim | null> {
  const claim = isId(id) ? await findClaimView(db(), id) : null;
  if (!claim) return null;
  const left = Math.max(0, stakeOf(claim).left - (claim.money?.underWay ?? 0));
  return { claim, left, now: await clock() };
}

/** A claim for its client; null for anybody else's. */
export async function loadOwnClaim(actor: AccountActor, id: string): Promise<LoadedClaim | null> {
  const loaded = await load(id);
  if (!loaded || !can(actor, 'claim:reply', loaded.claim)) return null;
  return { ...loaded, claim: forReader(loaded.claim, actor.accountId, false) };
}

/** A claim for the provider's side; `canAnswer` is not for the member who gave the session. */
export async function loadPracticeClaim(
  actor: ProviderActor,
  id: string,
): Promise<(LoadedClaim & { canAnswer: boolean; course: Course | null }) | null> {
  const loaded = await load(id);
  if (!loaded || !can(actor, 'claim:viewAsProvider', loaded.claim)) return null;
  const canAnswer = can(actor, 'claim:answer', loaded.claim);
  const course = courseOf(loaded.claim.about);
  return { ...loaded, canAnswer, course, claim: forReader(loaded.claim, actor.accountId, false) };
}

/** A claim for an admin, with who was in the room and what is known of both sides. */
export async function loadClaimToDecide(actor: AccountActor, id: string) {
  if (!can(actor, 'claim:list', null)) return notFound();
  const loaded = await load(id);
  if (!loaded) return null;
  const { claim, now } = loaded;
  const eventId = claim.about.kind === 'seat' ? claim.about.eventId : null;
  const [stays, history] = await Promise.all([
    findAttendance(db(), claim, eventId),
    readHistory(db(), { claimId: claim.id, clientId: claim.clientId, providerId: claim.providerId }),
  ]);
  const course = courseOf(claim.about);
  const canDecide = can(actor, 'claim:decide', claim);
  return {
    ...loaded,
    claim: forReader(claim, actor.accountId, true),
    stays,
    history,
    course,
    canDecide,
    now,
  };
}

/** The client's claims, the latest first. */
export function loadOwnClaims(actor: AccountActor): Promise<ClaimRow[]> {
  return listClaims(db(), { where: { clientId: actor.accountId }, order: 'latest', take: perPage });
}

/** Of the practice in view: of an organisation all, of a specialist also those of sessions given elsewhere. */
function inPractice({ provider, memberOf }: ProviderActor) {
  if (provider.kind === 'organisation') return { providerId: provider.id };
  const given = [{ booking: { specialistId: provider.id } }, { seat: { event: { hostId: provider.id } } }];
  return { OR: [{ providerId: provider.id }, { providerId: { in: [...memberOf] }, OR: given }] };
}

/** Claims about the practice in view, the latest first; `canAnswer`: not only to be read. */
export async function loadPracticeClaims(
  actor: ProviderActor,
): Promise<(ClaimRow & { canAnswer: boolean })[]> {
  const rows = await listClaims(db(), { where: inPractice(actor), order: 'latest', take: perPage });
  return rows.map((row) => ({ ...row, canAnswer: can(actor, 'claim:answer', row) }));
}

export type QueueView = 'waiting' | 'withOthers' | 'closed';

/** The queue of admins: what waits for a decision by its target, what the sides still talk about, and what is over. */
export async function loadClaimQueue(actor: AccountActor, view: QueueView) {
  if (!can(actor, 'claim:list', null)) return notFound();
  const now = await clock();
  const wheres = {
    waiting: statusIn('with_admin'),
    withOthers: statusIn('opened', 'answered'),
    closed: { closedAt: { not: null } },
  } as const;
  const order = view === 'waiting' ? 'due' : 'latest';
  const [rows, waiting, dueToday, overdue] = await Promise.all([
    listClaims(db(), { where: wheres[view], order, take: 100 }),
    countClaims(db(), wheres.waiting),
    countClaims(db(), { ...wheres.waiting, dueAt: { gte: now, lt: addHours(now, 24) } }),
    countClaims(db(), { ...wheres.waiting, dueAt: { lt: now } }),
  ]);
  return { rows, waiting, dueToday, overdue, now };
}

/** Claims whose client is asked for a reply, for the menu. */
export const countToReply = cache((actor: AccountActor) =>
  countClaims(db(), { clientId: actor.accountId, ...statusIn('answered') }),
);

/** What the practice in view has to answer; a member only reads the claims of an organisation. */
const toAnswer = ({ provider }: ProviderActor) => ({ providerId: provider.id, ...statusIn('opened') });

/** Claims that wait for the practice's answer, for the menu. */
export const countToAnswer = cache((actor: ProviderActor) => countClaims(db(), toAnswer(actor)));

export type ToAnswer = { first: ClaimRow | undefined; count: number };

/** The same with the one that must be answered first. */
export async function loadToAnswer(actor: ProviderActor): Promise<ToAnswer> {
  const [[first], count] = await Promise.all([
    listClaims(db(), { where: toAnswer(actor), order: 'answerBy', take: 1 }),
    countToAnswer(actor),
  ]);
  return { first, count };
}

/** Claims that wait for a decision, for the menu. */
export const countToDecide = cache((actor: AccountActor) =>
  can(actor, 'claim:list', null) ? countClaims(db(), statusIn('with_admin')) : Promise.resolve(0),
);

export type RecentItem = {
  about: ClaimSubject & { provider: { name: string; slug: string; portrait: string | null } };
  /** Until when a claim can be made; null when none can, now or any more. */
  claimUntil: Date | null;
};

/** Sessions and seats of the last two weeks, with what can be claimed and for how long. */
export async function loadRecentActivity(actor: AccountActor): Promise<{ items: RecentItem[]; now: Date }> {
  const now = await clock();
  const since = addHours(now, -24 * recentDays);
  const rows = await listRecentSubjects(db(), actor.accountId, { since, now, take: mostRecent });
  return {
    items: rows.slice(0, mostRecent).map((about) => ({ about, claimUntil: openUntil(about, now) })),
    now,
  };
}

/** Until when a claim can be made about something; null when none can be. */
export function openUntil(about: ClaimSubject, now: Date): Date | null {
  const window = claimWindow(about);
  if (!window || about.claim || (about.money && isMoneyGone(about.money))) return null;
  return isWithinWindow(window, now) ? window.until : null;
}

export const isOpen = (status: ClaimRow['status']) => openStatuses.some((open) => open === status);
