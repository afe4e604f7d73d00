import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type APIRequestContext, request as requests } from '@playwright/test';
import { db } from '@/lib/server/db/client';
import { openSession } from '@/lib/server/session/store';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { pathTo } from '../fixtures/paths';
import { expect, productNow, test } from '../fixtures/test';

/** What a role gets: the page, a redirect to sign in or register, a redirect of its own, or 404 like what does not exist. */
type Answer = 'page' | 'signIn' | 'redirect' | 'absent';
type Role = 'visitor' | 'client' | 'otherClient' | 'specialist' | 'otherSpecialist' | 'admin' | 'suspended';
type Row = Record<Role, Answer>;

const roles: Role[] = [
  'visitor',
  'client',
  'otherClient',
  'specialist',
  'otherSpecialist',
  'admin',
  'suspended',
];
const everybody: Row = {
  visitor: 'page',
  client: 'page',
  otherClient: 'page',
  specialist: 'page',
  otherSpecialist: 'page',
  admin: 'page',
  suspended: 'page',
};
const signedIn: Row = { ...everybody, visitor: 'signIn', suspended: 'signIn' };
const providers: Row = { ...signedIn, client: 'redirect', otherClient: 'redirect', admin: 'redirect' };
const absentForAll: Row = {
  ...signedIn,
  client: 'absent',
  otherClient: 'absent',
  specialist: 'absent',
  otherSpecialist: 'absent',
  admin: 'absent',
};
const clientsOwn: Row = { ...absentForAll, client: 'page' };
const providersOwn: Row = { ...providers, specialist: 'page', otherSpecialist: 'absent' };
const bothSides: Row = { ...absentForAll, client: 'page', specialist: 'page' };

/** Every page of the product; a page that is missing here fails the test. */
const pages: Record<string, Row> = {
  '/': everybody,
  '/advisors': everybody,
  '/advisors/[slug]': everybody,
  '/advisors/[slug]/times': everybody,
  '/sign-in': everybody,
  '/register': everybody,
  '/reset': everybody,
  '/verify': signedIn,
  '/welcome': signedIn,
  '/book/[serviceId]': { ...signedIn },
  '/checkout/[bookingId]': { ...absentForAll, client: 'redirect' },
  '/checkout/[bookingId]/result': clientsOwn,
  '/home': signedIn,
  '/appointments': signedIn,
  '/appointments/past': signedIn,
  '/appointments/[bookingId]': clientsOwn,
  '/session/[bookingId]': bothSides,
  '/settings': signedIn,
  '/become-advisor': { ...signedIn, specialist: 'redirect', otherSpecialist: 'redirect' },
  '/practice': providers,
  '/practice/requests': providers,
  '/practice/appointments': providers,
  '/practice/appointments/[bookingId]': providersOwn,
  '/practice/availability': providers,
  '/practice/services': providers,
  '/practice/services/new': providers,
  '/practice/services/[serviceId]': providersOwn,
  '/practice/profile': providers,
  '/practice/earnings': providers,
  '/practice/plan': providers,
};

/** Pages found in the folder, by their internal path. */
function pagesInFolder(folder: string, path = ''): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'page.tsx') return [path || '/'];
    if (!entry.isDirectory() || entry.name.startsWith('[...')) return [];
    const isGroup = entry.name.startsWith('(');
    return pagesInFolder(join(folder, entry.name), isGroup ? path : `${path}/${entry.name}`);
  });
}

async function contextOf(baseURL: string, accountId: string | null): Promise<APIRequestContext> {
  if (!accountId) return requests.newContext({ baseURL });
  const token = await openSession(db(), {
    accountId,
    now: await productNow(),
    address: null,
    userAgent: 'matrix',
  });
  return requests.newContext({ baseURL, extraHTTPHeaders: { cookie: `__Host-consilia-session=${token}` } });
}

function classify(status: number, location: string): Answer {
  if (status === 404) return 'absent';
  if (status >= 300 && status < 400) return /sign-in|register/.test(location) ? 'signIn' : 'redirect';
  if (status === 200) return 'page';
  throw new Error(`status ${status}`);
}

test('the table holds every page', () => {
  expect(Object.keys(pages).toSorted()).toEqual(pagesInFolder('app/[locale]').toSorted());
});

test('each role gets what the table says, and ids that do not exist answer like foreign ones', async ({
  baseURL,
}) => {
  test.setTimeout(240_000);
  const booking = await db().booking.findFirstOrThrow({
    where: { status: 'pending', provider: { account: { email: 'specialist@demo.example' } } },
    select: {
      id: true,
      clientId: true,
      serviceId: true,
      provider: { select: { accountId: true, slug: true } },
    },
  });
  const other = await makeSpecialist();
  const ids: Record<Role, string | null> = {
    visitor: null,
    client: booking.clientId,
    otherClient: (await makeAccount()).accountId,
    specialist: booking.provider.accountId,
    otherSpecialist: other.actor.accountId,
    admin: (await makeAccount({ isAdmin: true })).accountId,
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
        .replace('[slug]', booking.provider.slug);
      const query = page === '/book/[serviceId]' ? { start: '2030-01-07T10:00:00.000Z' } : {};
      const answer = await context.get(pathTo('en', path, query), { maxRedirects: 0 });
      const got = classify(answer.status(), answer.headers()['location'] ?? '');
      if (got !== row[role]) wrong.push(`${role} ${page}: ${got} instead of ${row[role]}`);
      if (!/\[(bookingId|serviceId)\]/.test(page) || row[role] === 'signIn') continue;
      const missing = page.replace(/\[(bookingId|serviceId)\]/, absent);
      const nothing = await context.get(pathTo('en', missing, query), { maxRedirects: 0 });
      const seen = classify(nothing.status(), nothing.headers()['location'] ?? '');
      if (seen === 'page') wrong.push(`${role} ${page}: shows what does not exist`);
    }
    await context.dispose();
  }
  expect(wrong).toEqual([]);
});

test('addresses for programs refuse strangers and forged requests', async ({ baseURL }) => {
  const stranger = await contextOf(baseURL ?? '', null);
  const booking = await db().booking.findFirstOrThrow({
    where: { status: 'accepted' },
    select: { id: true },
  });
  expect((await stranger.post('/api/presence', { data: { bookingId: booking.id } })).status()).toBe(404);
  expect((await stranger.post('/api/presence', { data: { bookingId: 'x' } })).status()).toBe(400);
  expect((await stranger.post('/api/webhooks/stripe', { data: '{}' })).status()).toBe(400);
  expect(
    (
      await stranger.post('/api/webhooks/stripe', {
        data: '{}',
        headers: { 'stripe-signature': 't=1,v1=00' },
      })
    ).status(),
  ).toBe(400);
  expect((await stranger.post('/api/webhooks/stripe-connect', { data: '{}' })).status()).toBe(400);
  expect((await stranger.get('/api/session')).status()).toBe(204);
  expect((await stranger.get('/api/slots?service=x&zone=Europe/Paris')).status()).toBe(400);
  expect(
    (
      await stranger.get('/api/slots?service=01900000-0000-7000-8000-000000000000&zone=Europe/Paris')
    ).status(),
  ).toBe(404);
  expect((await stranger.get('/api/health')).status()).toBe(200);
  await stranger.dispose();
});
