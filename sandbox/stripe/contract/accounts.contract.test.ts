import type { Stripe } from 'stripe';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completeOnboardingForm, openOnboarding } from '@/sandbox/testing/hosted-pages';
import { startStripeTestbed, type StripeTestbed } from '@/sandbox/testing/stripe';

let bed: StripeTestbed;

beforeAll(async () => {
  bed = await startStripeTestbed();
});

afterAll(() => bed.close());

const include = [
  'configuration.recipient',
  'requirements',
  'identity',
  'defaults',
] satisfies Stripe.V2.Core.AccountRetrieveParams.Include[];

async function create(locale: 'de' | 'en' | 'fr' | 'ru' = 'fr'): Promise<string> {
  const account = await bed.stripe.v2.core.accounts.create({
    contact_email: 'claire@example.com',
    display_name: 'Claire Fontaine',
    dashboard: 'express',
    identity: { country: 'fr', entity_type: 'individual' },
    defaults: {
      locales: [locale],
      responsibilities: { fees_collector: 'application', losses_collector: 'application' },
    },
    configuration: {
      recipient: { capabilities: { stripe_balance: { stripe_transfers: { requested: true } } } },
    },
  });
  return account.id;
}

async function link(account: string): Promise<string> {
  const made = await bed.stripe.v2.core.accountLinks.create({
    account,
    use_case: {
      type: 'account_onboarding',
      account_onboarding: { refresh_url: 'http://app.test/again', return_url: 'http://app.test/payouts' },
    },
  });
  return made.url;
}

async function transfersStatus(account: string): Promise<string | undefined> {
  const found = await bed.stripe.v2.core.accounts.retrieve(account, { include });
  return found.configuration?.recipient?.capabilities?.stripe_balance?.stripe_transfers?.status;
}

test('a new account waits for its details; parts are told only when asked for', async () => {
  const id = await create();
  const bare = await bed.stripe.v2.core.accounts.retrieve(id);
  expect(bare.configuration).toBeUndefined();
  const full = await bed.stripe.v2.core.accounts.retrieve(id, { include });
  expect(full).toMatchObject({
    applied_configurations: ['recipient'],
    dashboard: 'express',
    identity: { country: 'FR' },
    defaults: { responsibilities: { losses_collector: 'application' } },
    requirements: { summary: { minimum_deadline: { status: 'currently_due' } } },
  });
  expect(await transfersStatus(id)).toBe('restricted');
  await expect(bed.stripe.accounts.createLoginLink(id)).rejects.toMatchObject({ statusCode: 400 });
});

describe('onboarding', () => {
  test('completed: transfers become active and the dashboard opens', async () => {
    const id = await create();
    expect((await completeOnboardingForm(await link(id))).location).toBe('http://app.test/payouts');
    expect(await transfersStatus(id)).toBe('active');
    const login = await bed.stripe.accounts.createLoginLink(id);
    expect(await (await fetch(login.url)).text()).toContain('Vos versements');
  });

  test('left unfinished: back to the app, nothing active, and taken up again', async () => {
    const id = await create();
    expect((await completeOnboardingForm(await link(id), 'later')).location).toBe('http://app.test/payouts');
    expect(await transfersStatus(id)).toBe('restricted');
    await completeOnboardingForm(await link(id));
    expect(await transfersStatus(id)).toBe('active');
  });

  test('a link works once and for ten minutes, then leads to the refresh address', async () => {
    const url = await link(await create());
    expect(await openOnboarding(url)).toContain('/onboarding/');
    expect(await openOnboarding(url)).toBe('http://app.test/again');
    const late = await link(await create());
    await bed.control('clock', { advanceSeconds: 601 });
    expect(await openOnboarding(late)).toBe('http://app.test/again');
  });

  test.each([
    ['fr', { iban: 'DE00 3704 0044 0532 0130 00' }, 'Cet IBAN n’est pas valide.'],
    ['de', { birth: '2020-01-01' }, 'Sie müssen mindestens 18 Jahre alt sein.'],
    ['ru', { city: '' }, 'Заполните это поле.'],
    ['en', { surname: '' }, 'This field is required.'],
  ] as const)('in %s, a wrong entry is explained', async (locale, change, sentence) => {
    const id = await create(locale);
    const answer = await completeOnboardingForm(await link(id), 'submit', change);
    expect(answer.location).toBeNull();
    expect(answer.text).toContain(sentence);
    expect(await transfersStatus(id)).toBe('restricted');
  });
});

test('an account can be changed; one that is not there is 404', async () => {
  const id = await create();
  const changed = await bed.stripe.v2.core.accounts.update(id, {
    display_name: 'Cabinet Fontaine',
    metadata: { user: 'u1' },
  });
  expect(changed).toMatchObject({ display_name: 'Cabinet Fontaine', metadata: { user: 'u1' } });
  await expect(bed.stripe.v2.core.accounts.retrieve('acct_none')).rejects.toMatchObject({ statusCode: 404 });
});
