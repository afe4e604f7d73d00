import { expect, it } from 'vitest';
import { readPayoutOutlook } from '@/lib/payments/outlook/read-outlook';
import { db } from '@/lib/server/db/client';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { changePaymentAddress, choosePayoutSchedule } from './change-settings';
import { paymentAddressSchema, scheduleSchema } from './schema';

it('the owner chooses how the practice is paid, and follows the operator again', async () => {
  const { actor, providerId } = await makeSpecialist();
  const chosen = async () => (await readPayoutOutlook(db(), providerId, new Date())).schedule;
  expect(await chosen()).toEqual({ chosen: null, usual: 'per_session', threshold: 5000 });
  expect(await choosePayoutSchedule(actor, { schedule: 'twice_monthly' })).toMatchObject({ ok: true });
  expect(await chosen()).toMatchObject({ chosen: 'twice_monthly' });
  expect(await choosePayoutSchedule(actor, scheduleSchema.parse({ schedule: 'usual' }))).toMatchObject({
    ok: true,
  });
  expect(await chosen()).toMatchObject({ chosen: null });
});

it('and says where clients pay directly; the database takes nothing but https', async () => {
  const { actor, providerId } = await makeSpecialist();
  const url = 'https://pay.example.org/nora';
  expect(paymentAddressSchema.parse({ url: ` ${url} ` })).toEqual({ url });
  await changePaymentAddress(actor, { url });
  expect((await readPayoutOutlook(db(), providerId, new Date())).offlinePaymentUrl).toBe(url);
  await changePaymentAddress(actor, paymentAddressSchema.parse({ url: '' }));
  expect((await readPayoutOutlook(db(), providerId, new Date())).offlinePaymentUrl).toBeNull();
  await expect(changePaymentAddress(actor, { url: 'http://pay.example.org' })).rejects.toThrow();
});

it('nobody else does', async () => {
  for (const stranger of [await makeAccount(), { kind: 'anonymous' as const }]) {
    const missing = { ok: false, error: { code: 'common.notFound' } };
    expect(await choosePayoutSchedule(stranger, { schedule: null })).toMatchObject(missing);
    expect(await changePaymentAddress(stranger, { url: null })).toMatchObject(missing);
  }
});
