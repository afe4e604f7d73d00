import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { takeSeat } from '@/lib/events/seats/take-seat';
import { payToken } from '@/lib/payments/pay-link/token';
import { db } from '@/lib/server/db/client';
import { addHours } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { claimAbout } from '@/prisma/seed/factories/claims';
import { makeEvent } from '@/prisma/seed/factories/events';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { actorOf, contextOf } from '../fixtures/contexts';
import { type Answer, pages, type Role, roles } from '../fixtures/pages';
import { pathTo } from '../fixtures/paths';
import { expect, productNow, test } from '../fixtures/test';

/** Pages found in the folder, by their internal path. */
function pagesInFolder(folder: string, path = ''): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'page.tsx') return [path || '/'];
    if (!entry.isDirectory() || entry.name.startsWith('[...')) return [];
    const isGroup = entry.name.startsWith('(');
    return pagesInFolder(join(folder, entry.name), isGroup ? path : `${path}/${entry.name}`);
  });
}

function classify(status: number, location: string): Answer {
  if (status === 404) return 'absent';
  if (status >= 300 && status < 400) return /sign-in|register/.test(location) ? 'signIn' : 'redirect';
  if (status === 200) return 'page';
  throw new Error(`status ${status}`);
}

const idOf = async (email: string) => (await db().account.findUniqueOrThrow({ where: { email } })).id;

/** What stands for a thing in an address. */
const named = /\[(bookingId|serviceId|clientId|eventId|seatId|claimId|paymentId)\]/;

/** A seat that this client has at a free event of this provider, after everything else that takes the host's time. */
async function seatAtEvent(host: { providerId: string; accountId: string }, clientId: string) {
  const { providerId, accountId } = host;
  const latest = await db().occupancy.findFirst({
    where: { specialistId: providerId },
    orderBy: { endsAt: 'desc' },
    select: { endsAt: true },
  });
  const now = await productNow();
  const startsAt = addHours(latest && latest.endsAt > now ? latest.endsAt : now, 24);
  const actor = await actorOf(accountId);
  const eventId = await makeEvent({ providerId, actor, serviceIds: [] }, { startsAt, priceAmount: 0 });
  const taken = await takeSeat(await actorOf(clientId), { eventId });
  if (!taken.ok) throw new Error(taken.error.code);
  return { eventId, seatId: taken.value.seatId };
}

test('the table holds every page', () => {
  expect(Object.keys(pages).toSorted()).toEqual(pagesInFolder('app/[locale]').toSorted());
});

test('each role gets what the table says, and ids that do not exist answer like foreign ones', async ({
  baseURL,
}) => {
  test.setTimeout(240_000);
  const booking = await db().booking.findFirstOrThrow({
    where: {
      status: 'accepted',
      startsAt: { gt: await productNow() },
      provider: { account: { email: 'specialist@demo.example' } },
    },
    orderBy: { startsAt: 'desc' },
    select: {
      id: true,
      clientId: true,
      serviceId: true,
      providerId: true,
      provider: { select: { accountId: true, slug: true } },
    },
  });
  const payment = await db().payment.findUniqueOrThrow({ where: { bookingId: booking.id } });
  const other = await makeSpecialist();
  const seat = await seatAtEvent({ ...booking, accountId: booking.provider.accountId }, booking.clientId);
  const claimId = await claimAbout(booking.id, await productNow());
  const ids: Record<Role, string | null> = {
    visitor: null,
    client: booking.clientId,
    otherClient: (await makeAccount()).accountId,
    specialist: booking.provider.accountId,
    otherSpecialist: other.actor.accountId,
    admin: (await makeAccount({ isAdmin: true })).accountId,
    organisation: await idOf('organisation@demo.example'),
    manager: await idOf('camille.perrin@demo.example'),
    suspended: (await makeAccount()).accountId,
  };
  await db().account.update({ where: { id: ids.suspended ?? '' }, data: { status: 'suspended' } });
  const absent = '01900000-0000-7000-8000-000000000000';
  const wrong: string[] = [];
  for (const role of roles) {
    const context = await contextOf(baseURL ?? '', ids[role]);
    for (const [page, row] of Object.entries(pages)) {
      const path = page
        .replace('[bookingId]', booking.id)
        .replace('[serviceId]', booking.serviceId)
        .replace('[clientId]', booking.clientId)
        .replace('[eventId]', seat.eventId)
        .replace('[seatId]', seat.seatId)
        .replace('[token]', payToken(payment))
        .replace('[paymentId]', payment.id)
        .replace('[claimId]', claimId)
        .replace('[slug]', booking.provider.slug);
      const query = page === '/book/[serviceId]' ? { start: '2030-01-07T10:00:00.000Z' } : {};
      const answer = await context.get(pathTo('en', path, query), { maxRedirects: 0 });
      const got = classify(answer.status(), answer.headers()['location'] ?? '');
      // This seat costs nothing, so that there is no contract to withdraw from.
      const expected = page === '/seats/[seatId]/withdraw' && row[role] === 'page' ? 'absent' : row[role];
      if (got !== expected) wrong.push(`${role} ${page}: ${got} instead of ${expected}`);
      if (!named.test(page) || row[role] === 'signIn') continue;
      const missing = page.replace(named, absent);
      const nothing = await context.get(pathTo('en', missing, query), { maxRedirects: 0 });
      const seen = classify(nothing.status(), nothing.headers()['location'] ?? '');
      if (row[role] === 'absent' ? seen !== 'absent' : seen === 'page')
        wrong.push(`${role} ${page}: ${seen} for what does not exist`);
    }
    await context.dispose();
  }
  expect(wrong).toEqual([]);
});

type Call = { method: 'GET' | 'POST'; path: string; data?: unknown; signature?: string; answers: number };
const absentId = '01900000-0000-7000-8000-000000000000';

/** Every address for programs, as a stranger meets it; a route that is missing here fails the test. */
const routes: Record<string, (bookingId: string) => Call[]> = {
  '/api/calendar/[token]': () => [
    { method: 'GET', path: '/api/calendar/x', answers: 404 },
    { method: 'GET', path: `/api/calendar/${'A'.repeat(43)}.ics`, answers: 404 },
  ],
  '/api/documents/[documentId]': () => [
    { method: 'GET', path: '/api/documents/x', answers: 404 },
    { method: 'GET', path: `/api/documents/${absentId}`, answers: 404 },
  ],
  '/api/earnings': () => [
    { method: 'GET', path: '/api/earnings', answers: 400 },
    { method: 'GET', path: '/api/earnings?year=2027', answers: 404 },
  ],
  '/api/receipts/[kind]/[id]': (bookingId) => [
    { method: 'GET', path: `/api/receipts/booking/${bookingId}`, answers: 404 },
    { method: 'GET', path: `/api/receipts/booking/${absentId}`, answers: 404 },
    { method: 'GET', path: `/api/receipts/seat/${absentId}`, answers: 404 },
    { method: 'GET', path: `/api/receipts/other/${absentId}`, answers: 404 },
  ],
  '/api/claims/[claimId]/files/[fileId]': () => [
    { method: 'GET', path: '/api/claims/x/files/y', answers: 404 },
    { method: 'GET', path: `/api/claims/${absentId}/files/${absentId}`, answers: 404 },
  ],
  '/api/files/[token]': () => [
    { method: 'GET', path: '/api/files/x', answers: 404 },
    { method: 'GET', path: '/api/files/x.y', answers: 404 },
  ],
  '/api/uploadthing': () => [
    {
      method: 'POST',
      path: '/api/uploadthing?actionType=upload&slug=claim',
      data: { files: [{ name: 'a.pdf', size: 5, type: 'application/pdf' }], input: null },
      answers: 404,
    },
  ],
  '/api/events/[eventId]/seats': () => [
    { method: 'GET', path: '/api/events/x/seats', answers: 404 },
    { method: 'GET', path: `/api/events/${absentId}/seats`, answers: 404 },
  ],
  '/api/health': () => [{ method: 'GET', path: '/api/health', answers: 200 }],
  '/api/health/live': () => [{ method: 'GET', path: '/api/health/live', answers: 200 }],
  '/api/session': () => [{ method: 'GET', path: '/api/session', answers: 204 }],
  '/api/presence': (bookingId) => [
    { method: 'POST', path: '/api/presence', data: { bookingId }, answers: 404 },
    { method: 'POST', path: '/api/presence', data: { bookingId: absentId }, answers: 404 },
    { method: 'POST', path: '/api/presence', data: { bookingId: 'x' }, answers: 400 },
    { method: 'POST', path: '/api/presence', data: { eventId: absentId }, answers: 404 },
  ],
  '/api/slots': () => [
    { method: 'GET', path: '/api/slots?service=x&zone=Europe/Paris', answers: 400 },
    { method: 'GET', path: `/api/slots?service=${absentId}&zone=Europe/Paris`, answers: 404 },
  ],
  '/api/tax-report': () => [
    { method: 'GET', path: '/api/tax-report', answers: 400 },
    { method: 'GET', path: '/api/tax-report?year=2027', answers: 404 },
  ],
  '/api/webhooks/stripe': () => forgeries('/api/webhooks/stripe'),
  '/api/webhooks/stripe-connect': () => forgeries('/api/webhooks/stripe-connect'),
  '/sitemap-index.xml': () => [{ method: 'GET', path: '/sitemap-index.xml', answers: 200 }],
};

function forgeries(path: string): Call[] {
  return [
    { method: 'POST', path, data: '{}', answers: 400 },
    { method: 'POST', path, data: '{}', signature: 't=1,v1=00', answers: 400 },
  ];
}

/** Route handlers found in the folder, by their address. */
function routesInFolder(folder: string, path = ''): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'route.ts') return [path];
    return entry.isDirectory() ? routesInFolder(join(folder, entry.name), `${path}/${entry.name}`) : [];
  });
}

test('addresses for programs refuse strangers and forged requests', async ({ baseURL }) => {
  expect(Object.keys(routes).toSorted()).toEqual(routesInFolder('app').toSorted());
  const booking = await db().booking.findFirstOrThrow({
    where: { status: 'accepted' },
    select: { id: true },
  });
  const otherClient = (await makeAccount()).accountId;
  for (const accountId of [null, otherClient]) {
    const stranger = await contextOf(baseURL ?? '', accountId);
    for (const { method, path, data, signature, answers } of Object.values(routes).flatMap((calls) =>
      calls(booking.id),
    )) {
      const response = await stranger.fetch(path, {
        method,
        ...(data === undefined ? {} : { data }),
        ...(signature ? { headers: { 'stripe-signature': signature } } : {}),
      });
      // Who is signed in is told to oneself, and where one's own file may be laid.
      const isOwn = path === '/api/session' || path.startsWith('/api/uploadthing');
      const expected = accountId && isOwn ? 200 : answers;
      expect([path, accountId !== null, response.status()]).toEqual([path, accountId !== null, expected]);
    }
    await stranger.dispose();
  }
});
