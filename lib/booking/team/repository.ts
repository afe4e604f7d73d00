import type { Database } from '@/lib/server/db/client';

type Given = { organisationId: string; specialistId: string };

/**
 * What keeps a member: sessions asked for or agreed upon, also those whose outcome is open, times being held, and events on
 * sale that they are to hold.
 */
export async function countStanding(database: Database, of: Given, now: Date): Promise<number> {
  const events = await database.event.count({
    where: { providerId: of.organisationId, hostId: of.specialistId, status: 'published' },
  });
  return events + (await countSessions(database, of, now));
}

function countSessions(database: Database, of: Given, now: Date): Promise<number> {
  return database.booking.count({
    where: {
      providerId: of.organisationId,
      specialistId: of.specialistId,
      OR: [
        { status: { in: ['pending', 'accepted'] } },
        { status: { in: ['held', 'proposed'] }, heldUntil: { gt: now } },
      ],
    },
  });
}

export type StandingSession = {
  id: string;
  specialistId: string;
  startsAt: Date;
  status: 'proposed' | 'pending' | 'accepted';
  clientName: string;
};

/** The same of a whole organisation, without the times that clients only hold; in order. */
export async function listStanding(
  database: Database,
  organisationId: string,
  now: Date,
): Promise<StandingSession[]> {
  const rows = await database.booking.findMany({
    where: {
      providerId: organisationId,
      OR: [{ status: { in: ['pending', 'accepted'] } }, { status: 'proposed', heldUntil: { gt: now } }],
    },
    select: {
      id: true,
      specialistId: true,
      startsAt: true,
      status: true,
      client: { select: { name: true } },
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: 2000,
  });
  return rows.flatMap(({ client, status, ...row }) =>
    status === 'proposed' || status === 'pending' || status === 'accepted'
      ? [{ ...row, status, clientName: client.name }]
      : [],
  );
}
