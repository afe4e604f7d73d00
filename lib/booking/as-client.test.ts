import { expect, test } from 'vitest';
import { type AccountActor, anonymous } from '@/lib/access/actor';
import { asClientOf } from '@/lib/booking/as-client';

const practice = { providerId: 'practice' };
const client: AccountActor = {
  kind: 'account',
  accountId: 'anna',
  sessionId: 'session',
  isAdmin: false,
  isEmailVerified: true,
  locale: 'de',
  timeZone: 'Europe/Berlin',
  name: 'Anna',
  email: 'anna@demo.example',
  provider: null,
  practices: [],
  memberOf: [],
};
const own = { id: 'practice', kind: 'specialist', status: 'published', slug: 'own', role: 'owner' } as const;

test.each([
  ['auth.signInRequired', anonymous],
  ['event.ownEvent', { ...client, practices: [own], isEmailVerified: false }],
  ['event.ownEvent', { ...client, memberOf: ['practice'] }],
  ['auth.emailNotVerified', { ...client, isEmailVerified: false, timeZone: null }],
  ['account.timeZoneMissing', { ...client, timeZone: null }],
])('who takes no seat: %s', (code, actor) => {
  expect(asClientOf(actor, 'seat:take', practice)).toMatchObject({ ok: false, error: { code } });
});

test('where one works one holds no time either, elsewhere one does', () => {
  const colleague = { ...client, memberOf: ['practice'] };
  const refused = { ok: false, error: { code: 'booking.ownService' } };
  expect(asClientOf(colleague, 'booking:hold', practice)).toMatchObject(refused);
  expect(asClientOf(colleague, 'booking:hold', { providerId: 'other' })).toMatchObject({ ok: true });
});
