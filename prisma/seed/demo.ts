import { demoPassword } from '@/lib/accounts/demo-accounts';
import { indexProvider } from '@/lib/directory/index-provider';
import { db } from '@/lib/server/db/client';
import { hashPassword } from '@/lib/server/session/password';
import { seedBookings } from './bookings/seed-bookings';
import { seedClaimFile } from './claims/seed-claim-file';
import { seedAdmin, seedClients, seedSpecialists } from './people';
import { seedNotes } from './seed-notes';
import { seedEventOf, seedOrganisations } from './seed-organisations';
import { seedPlans } from './seed-plans';
import { seedWaiting } from './seed-waiting';
import { hasSandbox, resetSandboxes } from './stripe-sandbox';

const minute = 60_000;

/**
 * Everything the demo holds, relative to `today`; the same instant gives the same data. Money exists at the payment
 * service too, so that without its sandbox there are no bookings.
 */
export async function seedDemo(today: Date): Promise<void> {
  const now = new Date(Math.floor(today.getTime() / minute) * minute);
  if (hasSandbox()) await resetSandboxes();
  const passwordHash = await hashPassword(demoPassword);
  const clients = await seedClients(now, passwordHash);
  const specialists = await seedSpecialists(now, passwordHash);
  const organisations = await seedOrganisations(now, passwordHash, specialists);
  const admin = await seedAdmin(now, passwordHash);
  if (hasSandbox()) {
    await seedBookings({ specialists, organisations, clients, admin }, now);
    await seedClaimFile();
  }
  await seedPlans([...specialists, ...organisations], now);
  const [organisation] = organisations;
  if (organisation) await seedEventOf(organisation, now);
  const [specialist, client] = [specialists[0], clients[0]];
  if (hasSandbox() && specialist && client) {
    await seedNotes(specialist, client, now);
    await seedWaiting(specialist, clients, now);
  }
  for (const { providerId } of [...specialists, ...organisations]) await indexProvider(db(), providerId, now);
}
