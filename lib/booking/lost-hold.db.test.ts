import { expect, it } from 'vitest';
import { instantOfWall } from '@/lib/availability/rules/zone-clock';
import { db } from '@/lib/server/db/client';
import { addHours, localDate } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { holdSlot } from './hold-slot';

const zone = 'Europe/Berlin';
const at = (daysAhead: number, minute: number) =>
  instantOfWall(localDate(addHours(new Date(), 24 * daysAhead), zone), minute, zone);

it('a time that is refused for a limit does not cost the client the time that it holds', async () => {
  const claire = await makeSpecialist({ services: [{ dailyLimit: 1 }, {}] });
  const [limited = '', free = ''] = claire.serviceIds;
  const clients = await Promise.all([1, 2, 3, 4, 5].map(() => makeAccount()));
  const kept = await Promise.all(
    clients.map((client, index) =>
      holdSlot(client, { serviceId: free, start: at(4, 480 + index * 60), channel: undefined }),
    ),
  );
  expect(kept.every(({ ok }) => ok)).toBe(true);
  const answers = await Promise.all(
    clients.map((client, index) =>
      holdSlot(client, { serviceId: limited, start: at(6, 480 + index * 60), channel: undefined }),
    ),
  );
  const losers = clients.filter((_, index) => answers[index]?.ok === false);
  expect(losers).toHaveLength(4);
  const holds = await db().booking.count({
    where: { status: 'held', clientId: { in: losers.map(({ accountId }) => accountId) } },
  });
  expect(holds).toBe(4);
});
