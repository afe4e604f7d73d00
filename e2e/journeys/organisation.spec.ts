import { db } from '@/lib/server/db/client';
import { newId } from '@/lib/shared/ids';
import { addHours } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { addMember, makeOrganisation } from '@/prisma/seed/factories/organisations';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { message, messagePattern } from '../fixtures/messages';
import { pathTo } from '../fixtures/paths';
import { expect, expectAccessible, mailTo, productNow, signInAs, test } from '../fixtures/test';

const t = (key: string, values: Record<string, string> = {}) => message('en', key, values);

async function makePractice(name: string) {
  const organisation = await makeOrganisation({
    account: { email: `owner-${newId()}@example.com`, name: 'Helen Fabre' },
    provider: { displayName: name },
    services: [{ priceAmount: 0, titles: { en: 'Shared session' } }],
  });
  return { organisation, slug: organisation.actor.provider?.slug ?? '' };
}

const makeMember = (name: string) =>
  makeSpecialist({ account: { email: `member-${newId()}@example.com`, name } });

test('an organisation invites a specialist, who accepts by a button and not by opening the link', async ({
  page,
}) => {
  const { organisation } = await makePractice('Harbour Practice');
  const specialist = await makeMember('Ines Duarte');
  await test.step('the owner invites', async () => {
    await signInAs(page, organisation.actor.email);
    await page.goto(pathTo('en', '/practice/team'));
    await expectAccessible(page);
    await page.getByLabel(t('team.invite.email')).fill(specialist.actor.email);
    await page.locator('[name="role"][value="member"]').check();
    await page.getByRole('button', { name: t('team.invite.send') }).click();
    await expect(page.getByText(specialist.actor.email)).toBeVisible();
  });
  await test.step('the invited specialist looks, and accepts', async () => {
    const mail = await mailTo(specialist.actor.email);
    expect(mail.subject).toBe(t('emails.organisation.invited.subject', { name: 'Harbour Practice' }));
    const link = /href="([^"]*token=[^"]*)"/.exec(mail.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    await page.goto(link);
    await expect(page.getByText(messagePattern('en', 'team.invitation.otherAccount'))).toBeVisible();
    await page.context().clearCookies();
    await signInAs(page, specialist.actor.email);
    await page.goto(link);
    await expectAccessible(page);
    const { accountId } = specialist.actor;
    expect(await db().membership.count({ where: { accountId } })).toBe(0);
    await page.getByRole('button', { name: t('team.invitation.accept') }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('team.title'));
    await expect(page.getByText('Harbour Practice')).toBeVisible();
    expect(await db().membership.count({ where: { accountId } })).toBe(1);
  });
  await test.step('and sets the hours there', async () => {
    await page.goto(pathTo('en', '/practice/availability', { practice: organisation.providerId }));
    await expect(page.locator('[name="practice"]').first()).toHaveValue(organisation.providerId);
    await expectAccessible(page);
  });
  await test.step('the owner has them give the service', async () => {
    await page.context().clearCookies();
    await signInAs(page, organisation.actor.email);
    const [serviceId = ''] = organisation.serviceIds;
    await page.goto(pathTo('en', `/practice/services/${serviceId}`));
    await page.getByLabel('Ines Duarte').check();
    await page.getByRole('button', { name: t('services.form.save') }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('services.title'));
    expect(await db().serviceMember.count({ where: { serviceId } })).toBe(1);
  });
});

test('a client books any advisor or a named one, and the member answers in their own practice', async ({
  page,
}) => {
  const { organisation, slug } = await makePractice('Bridge Practice');
  const [ada, ben] = [await makeMember('Ada Nolan'), await makeMember('Ben Okoye')];
  for (const one of [ada, ben]) await addMember(organisation, one);
  const client = await makeAccount({ email: `client-${newId()}@example.com`, createdAt: await productNow() });
  const [service = ''] = organisation.serviceIds;
  await test.step('names one on the page of times', async () => {
    await signInAs(page, client.email);
    await page.goto(pathTo('en', `/advisors/${slug}/times`, { service }));
    await page.getByLabel(t('profile.times.member')).selectOption({ label: 'Ben Okoye' });
    await page.getByRole('button', { name: t('profile.times.show') }).click();
    await page.locator('a[href*="start="]').last().click();
    await expect(page.getByText(t('booking.summary.givenBy', { name: 'Ben Okoye' }))).toBeVisible();
    await expectAccessible(page);
  });
  await test.step('the public page shows the team, and lets choose', async () => {
    await page.goto(pathTo('en', `/advisors/${slug}`));
    await expect(page.locator('#team').getByText('Ada Nolan')).toBeVisible();
    await expect(page.getByRole('radio', { name: t('profile.panel.anyMember') })).toBeChecked();
    await page.getByRole('radio', { name: 'Ada Nolan' }).check();
    await expectAccessible(page);
  });
  const held = await db().booking.findFirstOrThrow({ where: { clientId: client.accountId, status: 'held' } });
  expect(held.specialistId).toBe(ben.providerId);
  await test.step('orders, and Ben finds the request in his own practice', async () => {
    await page.goto(pathTo('en', `/checkout/${held.id}`));
    await page.getByRole('button', { name: t('booking.order.free.request') }).click();
    await expect.poll(() => db().booking.count({ where: { id: held.id, status: 'pending' } })).toBe(1);
    await page.context().clearCookies();
    await signInAs(page, ben.actor.email);
    await page.goto(pathTo('en', '/practice/requests'));
    await expect(page.getByText('Ben Okoye, Bridge Practice')).toBeVisible();
    await page.getByRole('button', { name: messagePattern('en', 'practice.requests.acceptNamed') }).click();
    await expect.poll(() => db().booking.count({ where: { id: held.id, status: 'accepted' } })).toBe(1);
  });
  await test.step('Ada does not see it, and Ben cannot be removed before it', async () => {
    await page.context().clearCookies();
    await signInAs(page, ada.actor.email);
    const absent = await page.request.get(pathTo('en', `/practice/appointments/${held.id}`));
    expect(absent.status()).toBe(404);
    await page.context().clearCookies();
    await signInAs(page, organisation.actor.email);
    await page.goto(pathTo('en', '/practice/team'));
    await page.getByRole('button', { name: t('team.actions.removeOf', { name: 'Ben Okoye' }) }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('team.actions.remove'), exact: true })
      .click();
    await expect(page.getByText(t('errors.organisation.sessionsAhead'))).toBeVisible();
  });
});

test('a manager switches to the practice, and its plan and earnings do not exist for them', async ({
  page,
}) => {
  const { organisation } = await makePractice('Quiet Practice');
  await addMember(organisation, await makeMember('Odile Brun'));
  const specialist = await makeMember('Cora Lind');
  const since = addHours(await productNow(), -1);
  await db().membership.create({
    data: {
      organisationId: organisation.providerId,
      accountId: specialist.actor.accountId,
      role: 'manager',
      since,
    },
  });
  await signInAs(page, specialist.actor.email);
  await page.goto(pathTo('en', '/practice'));
  await page.getByLabel(t('team.switch.label')).first().selectOption({ label: 'Quiet Practice' });
  await page
    .getByRole('button', { name: t('team.switch.submit') })
    .first()
    .click();
  for (const path of ['/practice/earnings', '/practice/plan'])
    await expect.poll(async () => (await page.request.get(pathTo('en', path))).status()).toBe(404);
  await page.goto(pathTo('en', '/practice/team'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('team.title'));
  await expectAccessible(page);
});
