import { describe, expect, it } from 'vitest';
import { anonymous } from '@/lib/access/actor';
import { changeSeller } from '@/lib/profiles/change-seller';
import { openDashboard } from '@/lib/payments/connect/open-dashboard';
import { db } from '@/lib/server/db/client';
import { newId } from '@/lib/shared/ids';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { addManager, addMember, makeOrganisation } from '@/prisma/seed/factories/organisations';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { changeService } from './change-service';
import { createService } from './create-service';
import { readOffer } from './free-times';
import { serviceSchema } from './schema';
import { activateService, deactivateService } from './switch-service';

const input = (members: string[]) =>
  serviceSchema.parse({
    kind: 'video',
    durationMinutes: '50',
    price: '70',
    channels: ['video'],
    bufferBeforeMinutes: '0',
    bufferAfterMinutes: '10',
    noticeHours: '12',
    horizonDays: '60',
    confirmationMode: 'instant',
    vatPercent: '0',
    'title-en': 'Session',
    members,
  });
const missing = { ok: false, error: { fields: { members: 'service.memberMissing' } } };

async function makeTeam() {
  const organisation = await makeOrganisation();
  const [first, second] = [await makeSpecialist(), await makeSpecialist()];
  await addMember(organisation, first, { serviceIds: [] });
  await addMember(organisation, second, { serviceIds: [] });
  const manager = await addManager(organisation, await makeAccount());
  return { organisation, first, second, manager };
}

describe('a service of an organisation', () => {
  it('is on sale when somebody gives it', async () => {
    const { organisation, first, second, manager } = await makeTeam();
    expect(await createService(organisation.actor, input([]))).toMatchObject(missing);
    expect(await createService(manager, input([first.providerId]))).toMatchObject({ ok: true });
    const { id: serviceId } = await db().service.findFirstOrThrow({
      where: { providerId: organisation.providerId, members: { some: {} } },
    });
    const givers = async () => (await readOffer(db(), serviceId))?.specialistIds;
    expect(await givers()).toEqual([first.providerId]);
    const both = [first.providerId, second.providerId];
    expect(await changeService(manager, { serviceId, ...input([...both, first.providerId]) })).toMatchObject({
      ok: true,
    });
    expect(await givers()).toEqual(both.toSorted());
    expect(await changeService(manager, { serviceId, ...input([]) })).toMatchObject(missing);
    await deactivateService(manager, { serviceId });
    expect(await changeService(manager, { serviceId, ...input([]) })).toMatchObject({ ok: true });
    expect(await activateService(manager, { serviceId })).toMatchObject({
      error: { code: 'service.memberMissing' },
    });
    expect((await readOffer(db(), serviceId))?.isSellable).toBe(false);
  });

  it('is given by nobody from elsewhere', async () => {
    const { organisation, first } = await makeTeam();
    for (const stranger of [(await makeSpecialist()).providerId, organisation.providerId, newId()])
      expect(await createService(organisation.actor, input([first.providerId, stranger]))).toMatchObject({
        error: { fields: { members: 'common.invalidChoice' } },
      });
  });

  it('is not offered with somebody whose account or profile is suspended', async () => {
    const { organisation, first, second } = await makeTeam();
    await createService(organisation.actor, input([first.providerId, second.providerId]));
    const { id } = await db().service.findFirstOrThrow({
      where: { providerId: organisation.providerId, members: { some: {} } },
    });
    await db().account.update({ where: { id: first.actor.accountId }, data: { status: 'suspended' } });
    expect((await readOffer(db(), id))?.specialistIds).toEqual([second.providerId]);
    await db().provider.update({ where: { id: second.providerId }, data: { status: 'suspended' } });
    expect(await readOffer(db(), id)).toMatchObject({ specialistIds: [], isSellable: false });
  });

  it('of a specialist is given by the specialist, whoever is named', async () => {
    const claire = await makeSpecialist();
    const other = await makeSpecialist();
    expect(await createService(claire.actor, input([other.providerId]))).toMatchObject({ ok: true });
    expect(await db().serviceMember.count({ where: { specialistId: other.providerId } })).toBe(0);
  });
});

describe('what is the owner’s alone', () => {
  it('does not exist for managers: who sells, and the connected account', async () => {
    const { organisation, manager } = await makeTeam();
    const seller = {
      sellerName: 'Somebody else',
      sellerAddress: 'Elsewhere',
      sellerEmail: null,
      vatRegime: 'exempt' as const,
      vatNote: null,
      vatId: null,
      reverseCharge: false,
    };
    for (const nobody of [manager, anonymous, await makeAccount()]) {
      expect(await changeSeller(nobody, seller)).toMatchObject({ error: { code: 'common.notFound' } });
      expect(await openDashboard(nobody)).toMatchObject({ error: { code: 'common.notFound' } });
    }
    expect(await changeSeller(organisation.actor, seller)).toMatchObject({ ok: true });
  });
});
