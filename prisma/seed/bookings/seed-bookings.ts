import type { AccountActor } from '@/lib/access/actor';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { readOffers } from '@/lib/services/free-times';
import { addHours } from '@/lib/shared/time';
import { clients as clientContents } from '../content/clients';
import { type DemoSpecialist, serviceId } from '../people';
import { planClaims } from '../claims/plan';
import { tellClaim } from '../claims/tell-claim';
import { addEvents } from '../events/seed-events';
import type { DemoOrganisation } from '../seed-organisations';
import { seedStripeId } from '../seed-id';
import { seedSandbox } from '../stripe-sandbox';
import { openTime } from './open-times';
import { organisationLines } from './organisation-plan';
import { type Line, linesOf } from './plan';

import { noRows, type Rows, writeRows } from './rows';
import { type Course, type Story, timelineOf } from './story';
import { tellBooking } from './tell-booking';
import { taxDataOf } from '@/prisma/seed/factories/tax-data';
import { tellPayment } from './tell-payment';

const onlyRequests: Course[] = ['pending', 'rejected', 'unanswered', 'withdrawn'];

type People = {
  specialists: DemoSpecialist[];
  organisations: DemoOrganisation[];
  clients: AccountActor[];
  admin: AccountActor;
};

/** Bookings in every status with their money, in our books and at the sandbox; the sandbox first, then one transaction. */
export async function seedBookings(
  { specialists, organisations, clients, admin }: People,
  now: Date,
): Promise<void> {
  const rows = noRows();
  addCustomers(rows, now);
  const stories: Story[] = [];
  for (const [index, specialist] of specialists.entries()) {
    addAccount(rows, specialist, index, now);
    const lines = linesOf(specialist.content.slug, index);
    stories.push(
      ...(await storiesOf({ specialist, lines, practice: specialist, inCharge: [] }, clients, now)),
    );
  }
  for (const [index, practice] of organisations.entries()) {
    addAccount(rows, practice, index, now);
    const inCharge = [practice.actor, ...practice.managers];
    for (const specialist of practice.members) {
      const lines = organisationLines[practice.content.slug]?.[specialist.content.slug] ?? [];
      stories.push(...(await storiesOf({ specialist, lines, practice, inCharge }, clients, now)));
    }
  }
  const told = stories.map((story) => ({ story, timeline: timelineOf(story, now) }));
  // VAT on commission is rounded over the advisor's month: what was earned first comes first.
  told.sort((a, b) => (a.timeline.closedAt?.getTime() ?? 0) - (b.timeline.closedAt?.getTime() ?? 0));
  const claims = planClaims(told, now);
  for (const { story, timeline } of told) {
    const claim = claims.get(story.key);
    tellBooking(rows, story, timeline, now);
    tellPayment(rows, story, timeline, now, claim);
    if (claim) tellClaim(rows, story, claim, admin, now);
  }
  await addEvents(rows, specialists, clients, now);
  await seedSandbox(rows.sandbox);
  await inTransaction((tx) => writeRows(tx, rows));
}

type Told = Pick<Story, 'specialist' | 'inCharge'> & { practice: Seller; lines: readonly Line[] };

/** The bookings of a specialist in a practice, which may be their own. */
async function storiesOf(
  { specialist, practice, inCharge, lines }: Told,
  clients: AccountActor[],
  now: Date,
): Promise<Story[]> {
  const offers = await readOffers(db(), practice.providerId);
  const { slug } = practice.content;
  return lines.map((line) => {
    const [day, place, number, course, , channel = 'video'] = line;
    const service = serviceId(
      slug,
      practice === specialist ? serviceOf(line, specialist) : (line[4] ?? 'session'),
    );
    const offer = offers.find((each) => each.serviceId === service);
    const client = clients[number];
    if (!offer || !client) throw new Error(`no offer or client for ${slug}`);
    const startsAt = openTime(specialist.content, now, day, place);
    const bookedAt = bookedBefore(line, startsAt, now);
    const own = `${slug}/${day}/${place}`;
    const key = practice === specialist ? own : `${slug}/${specialist.content.slug}/${day}/${place}`;
    return { key, specialist, inCharge, client, offer, startsAt, bookedAt, course, channel };
  });
}

/** What only a request can become is not booked with a service that confirms at once. */
function serviceOf([, , , course, service = 'session']: Line, { content }: DemoSpecialist) {
  return content.mode === 'instant' && onlyRequests.includes(course) ? 'long' : service;
}

function bookedBefore([day, place, , course]: Line, startsAt: Date, now: Date): Date {
  if (course === 'held') return addHours(now, 0);
  if (course === 'proposed') return addHours(now, -3);
  if (course === 'pending') return addHours(now, place === 0 ? -20 : -3);
  if (day > 0) return addHours(now, -24 * (2 + (day % 3)) - place);
  return addHours(startsAt, -24 * (6 + (-day % 5)) - place);
}

function addCustomers(rows: Rows, now: Date): void {
  for (const { email, name } of clientContents) {
    const created = addHours(now, -24 * 100).toISOString();
    const paymentMethod = seedStripeId('pm', email);
    rows.sandbox.customers.push({
      id: seedStripeId('cus', email),
      created,
      email,
      name,
      paymentMethod,
      metadata: {},
    });
  }
}

/** Whoever sells: a specialist, or an organisation. */
type Seller = { content: { slug: string; name: string }; actor: AccountActor; providerId: string };

/** Two in three may be paid; of the others, one has begun its onboarding and the next has not: their money waits. */
function addAccount(rows: Rows, { content, actor, providerId }: Seller, index: number, now: Date): void {
  const isReady = index % 3 !== 2;
  if (!isReady && index % 2 === 0) return;
  const createdAt = addHours(now, -24 * 90);
  const id = seedStripeId('acct', content.slug);
  rows.connectAccounts.push({
    providerId,
    stripeAccountId: id,
    transfersActive: isReady,
    detailsComplete: isReady,
    requirements: isReady ? [] : ['identity.individual', 'external_account'],
    refreshedAt: createdAt,
    createdAt,
  });
  if (isReady) rows.taxData.push(taxDataOf(providerId, content.name, createdAt));
  const [givenName = '', ...rest] = content.name.split(' ');
  rows.sandbox.accounts.push({
    id,
    created: createdAt.toISOString(),
    email: actor.email,
    displayName: content.name,
    country: 'FR',
    onboarded: isReady,
    givenName,
    surname: rest.join(' '),
    metadata: { providerId },
  });
}
