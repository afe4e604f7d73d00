import { beforeAll, describe, expect, it } from 'vitest';
import { anonymous } from '@/lib/access/actor';
import { db } from '@/lib/server/db/client';
import { isConstraintViolation } from '@/lib/server/db/errors';
import { newId } from '@/lib/shared/ids';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeSpecialist, type SeededProvider } from '@/prisma/seed/factories/providers';
import { addEducation } from './add-education';
import { changeProfile } from './change-profile';
import { changeSeller } from './change-seller';
import { changeTexts } from './change-texts';
import { registerProvider } from './register-provider';
import { removeEducation } from './remove-education';
import type { ProfileInput, SellerInput } from './schema';

const registration = {
  kind: 'specialist' as const,
  planCode: 'basic' as const,
  displayName: 'Édith Müller',
  timeZone: 'Europe/Paris',
  specialities: ['sleep'],
  spokenLanguages: ['fr', 'de'],
};

describe('registerProvider', () => {
  it('makes a draft on the plan Basic whose address comes from the name', async () => {
    const account = await makeAccount({ locale: 'fr' });
    const registered = await registerProvider(account, registration);
    expect(registered).toMatchObject({ ok: true, value: { slug: 'edith-mueller' } });
    const provider = await db().provider.findUniqueOrThrow({ where: { accountId: account.accountId } });
    expect(provider).toMatchObject({
      kind: 'specialist',
      status: 'draft',
      planCode: 'basic',
      mainLocale: 'fr',
      spokenLanguages: ['fr', 'de'],
    });
  });

  it('is not for an address that nobody has verified', async () => {
    const account = await makeAccount({ isVerified: false });
    expect(await registerProvider(account, registration)).toMatchObject({
      error: { code: 'auth.emailNotVerified' },
    });
    expect(await db().provider.count({ where: { accountId: account.accountId } })).toBe(0);
  });

  it('numbers namesakes, also those of the same moment', async () => {
    const accounts = await Promise.all([makeAccount(), makeAccount(), makeAccount()]);
    const input = { ...registration, displayName: 'Jo Doe' };
    const results = await Promise.all(accounts.map((account) => registerProvider(account, input)));
    const slugs = results.map((result) => (result.ok ? result.value.slug : result.error.code));
    expect(slugs.toSorted()).toEqual(['jo-doe', 'jo-doe-2', 'jo-doe-3']);
  });

  it('does so once an account, however often it is pressed', async () => {
    const account = await makeAccount();
    const results = await Promise.all([1, 2, 3].map(() => registerProvider(account, registration)));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const again = results.find((result) => !result.ok);
    expect(again).toMatchObject({ ok: false, error: { code: 'account.alreadyProvider' } });
  });

  it('asks for signing in', async () => {
    expect(await registerProvider(anonymous, registration)).toMatchObject({
      ok: false,
      error: { code: 'auth.signInRequired' },
    });
  });
});

describe('one’s own profile', () => {
  let claire: SeededProvider;
  let other: SeededProvider;
  const profile: ProfileInput = {
    displayName: 'Claire V.',
    timeZone: 'America/Montreal',
    specialities: ['law'],
    spokenLanguages: ['fr'],
    city: 'Montréal',
    country: 'CA',
    answerHours: 12,
    portrait: 'p-claire',
  };
  const seller: SellerInput = {
    sellerName: 'Nora Wieland EI',
    sellerAddress: 'Rue 1',
    sellerEmail: null,
    vatRegime: 'standard',
    vatNote: null,
    vatId: null,
    reverseCharge: false,
  };

  beforeAll(async () => {
    claire = await makeSpecialist();
    other = await makeSpecialist();
  });

  const stored = (id: string) =>
    db().provider.findUniqueOrThrow({ where: { id }, include: { texts: true, education: true } });

  it('changes only the actor’s own, and asks the directory to look anew', async () => {
    const before = await stored(other.providerId);
    expect((await changeProfile(claire.actor, profile)).ok).toBe(true);
    expect(await stored(claire.providerId)).toMatchObject(profile);
    expect(await stored(other.providerId)).toEqual(before);
    const jobs = await db().$queryRaw<{ data: { providerId: string } }[]>`
      select data from pgboss.job where name = 'directory.refresh'`;
    expect(jobs.map(({ data }) => data.providerId)).toContain(claire.providerId);
  });

  it('is nothing for accounts without one', async () => {
    const account = await makeAccount();
    for (const actor of [account, anonymous]) {
      expect(await changeProfile(actor, profile)).toMatchObject({ error: { code: 'common.notFound' } });
    }
  });

  it('keeps a headline in its main language while it is public', async () => {
    const texts = [{ locale: 'fr' as const, headline: 'Dormir', about: 'Enfin' }];
    expect((await changeTexts(claire.actor, { mainLocale: 'fr', texts })).ok).toBe(true);
    expect(await stored(claire.providerId)).toMatchObject({ mainLocale: 'fr', texts });
    const missing = { error: { fields: { 'headline-fr': 'common.required' } } };
    expect(await changeTexts(claire.actor, { mainLocale: 'fr', texts: [] })).toMatchObject(missing);
    const others = [
      { locale: 'en' as const, headline: 'Sleep', about: '' },
      { locale: 'fr' as const, headline: '', about: 'Enfin' },
    ];
    expect(await changeTexts(claire.actor, { mainLocale: 'fr', texts: others })).toMatchObject(missing);
    expect((await changeTexts(claire.actor, { mainLocale: 'en', texts: others })).ok).toBe(true);
  });

  it('keeps who sells while it is public, and wants a VAT id for reverse charge', async () => {
    expect(await changeSeller(claire.actor, { ...seller, sellerAddress: null })).toMatchObject({
      error: { fields: { sellerAddress: 'common.required' } },
    });
    expect(await changeSeller(claire.actor, { ...seller, reverseCharge: true })).toMatchObject({
      error: { fields: { vatId: 'common.required' } },
    });
    expect((await changeSeller(claire.actor, seller)).ok).toBe(true);
    expect(await stored(claire.providerId)).toMatchObject(seller);
  });

  describe('reverse charge', () => {
    const ask = (vatId: string, reverseCharge = true) =>
      changeSeller(claire.actor, { ...seller, vatId, reverseCharge });
    const isVerified = async () => (await stored(claire.providerId)).reverseChargeVerifiedAt !== null;
    const verify = () =>
      db().provider.update({
        where: { id: claire.providerId },
        data: { reverseChargeVerifiedAt: new Date() },
      });

    it.each([
      ['x', 'provider.vatIdInvalid'],
      ['DE123456789', 'provider.vatIdOwnCountry'],
    ])('is not for the id %s', async (vatId, code) => {
      expect(await ask(vatId)).toMatchObject({ error: { fields: { vatId: code } } });
    });

    it('is kept as checked for the id that was checked, and no other', async () => {
      expect((await ask('fr 40 303265045')).ok).toBe(true);
      expect(await stored(claire.providerId)).toMatchObject({ vatId: 'FR40303265045', reverseCharge: true });
      expect(await isVerified()).toBe(false);
      await verify();
      expect((await ask('FR 40303265045')).ok).toBe(true);
      expect(await isVerified()).toBe(true);
      expect((await ask('ATU12345678')).ok).toBe(true);
      expect(await isVerified()).toBe(false);
      await verify();
      expect((await ask('ATU12345678', false)).ok).toBe(true);
      expect(await isVerified()).toBe(false);
    });

    it('cannot be checked without being asked for', async () => {
      await expect(verify()).rejects.toSatisfy((error) =>
        isConstraintViolation(error, 'provider_verified_reverse_charge'),
      );
    });
  });

  it('removes education of its own, and none of another', async () => {
    const row = { year: 2011, title: 'Diplôme', institution: 'Paris' };
    expect((await addEducation(claire.actor, row)).ok).toBe(true);
    const educationId = (await stored(claire.providerId)).education[0]?.id ?? '';
    for (const [actor, id] of [
      [other.actor, educationId],
      [claire.actor, newId()],
    ] as const) {
      expect(await removeEducation(actor, { educationId: id })).toMatchObject({
        error: { code: 'common.notFound' },
      });
    }
    expect((await removeEducation(claire.actor, { educationId })).ok).toBe(true);
    expect((await stored(claire.providerId)).education).toEqual([]);
  });
});
