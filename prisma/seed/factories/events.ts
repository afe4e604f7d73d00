import { eventWords } from '@/lib/events/event-words';
import type { EventText } from '@/lib/events/rules/texts';
import { db } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';
import { newId } from '@/lib/shared/ids';
import { addHours, addMinutes } from '@/lib/shared/time';
import { seedId } from '../seed-id';
import type { SeededProvider } from './providers';

type EventSeed = Partial<Prisma.EventUncheckedCreateInput> & {
  startsAt: Date;
  durationMinutes?: number;
  texts?: EventText[];
};

const defaultTexts: EventText[] = [
  { locale: 'en', title: 'Sleeping better', description: 'An evening about rest.' },
];

/** An event at 25.00 € for two to ten people, an hour long, on sale with its time taken, unless told otherwise. */
export async function makeEvent(
  { providerId, actor }: SeededProvider,
  { durationMinutes = 60, texts = defaultTexts, ...data }: EventSeed,
): Promise<string> {
  const id = data.id ?? newId();
  const { startsAt } = data;
  const endsAt = addMinutes(startsAt, durationMinutes);
  const status = data.status ?? 'published';
  const at = data.createdAt ? new Date(data.createdAt) : new Date();
  const { specialities } = await db().provider.findUniqueOrThrow({ where: { id: providerId } });
  await db().event.create({
    data: {
      id,
      providerId,
      hostId: providerId,
      status,
      endsAt,
      priceAmount: 2500,
      minimumSeats: 2,
      maximumSeats: 10,
      bookUntil: addHours(startsAt, -1),
      language: 'en',
      cover: 'cover-sleep',
      mainLocale: texts[0]?.locale ?? 'en',
      words: await eventWords({ texts, seller: { displayName: actor.name, specialities } }),
      publishedAt: status === 'draft' ? null : at,
      ...data,
      texts: { create: texts.map((text) => ({ ...text })) },
    },
    select: { id: true },
  });
  await writeAudit({ id, at, accountId: actor.accountId, isPublished: status !== 'draft' });
  if (status === 'published')
    await db().occupancy.create({
      data: {
        id: seedId(`occupancy/${id}`),
        specialistId: data.hostId ?? providerId,
        startsAt,
        endsAt,
        kind: 'event',
        sourceId: id,
        createdAt: at,
      },
    });
  return id;
}

type Written = { id: string; at: Date; accountId: string; isPublished: boolean };

async function writeAudit({ id, at, accountId, isPublished }: Written): Promise<void> {
  const of = { at, party: 'provider', accountId, subjectType: 'event', subjectId: id } as const;
  const rows = [
    { ...of, id: seedId(`audit/${id}/create`), action: 'event.create', fromStatus: null, toStatus: 'draft' },
  ];
  const published = {
    ...of,
    id: seedId(`audit/${id}/publish`),
    action: 'event.publish',
    fromStatus: 'draft',
    toStatus: 'published',
  };
  await db().auditEntry.createMany({ data: isPublished ? [...rows, published] : rows });
}
