import { demoPassword } from '@/lib/accounts/demo-accounts';
import { indexProvider } from '@/lib/directory/index-provider';
import { db } from '@/lib/server/db/client';
import { hashPassword } from '@/lib/server/session/password';
import { seedClients, seedSpecialists } from './people';

/** Everything the demo holds, relative to `now`; the same instant gives the same data. */
export async function seedDemo(now: Date): Promise<void> {
  const passwordHash = await hashPassword(demoPassword);
  await seedClients(now, passwordHash);
  const specialists = await seedSpecialists(now, passwordHash);
  for (const { providerId } of specialists) await indexProvider(db(), providerId, now);
}
