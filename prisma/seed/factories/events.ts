import { eventWords } from '@/lib/events/event-words';
import type { EventText } from '@/lib/events/rules/texts';
import { db } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';
import { newId } from '@/lib/shared/ids';
import { addHours, addMinutes } from '@/lib/shared/time';
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
      words: await eventWords({ texts, host: { displayName: actor.name, specialities } }),
      publishedAt: status === 'draft' ? null : new Date(),
      ...data,
      texts: { create: texts.map((text) => ({ ...text })) },
    },
    select: { id: true },
  });
  await writeAudit({ id, accountId: actor.accountId, isPublished: status !== 'draft' });
  if (status === 'published')
    await db().occupancy.create({
      data: { specialistId: providerId, startsAt, endsAt, kind: 'event', sourceId: id },
    });
  return id;
}

async function writeAudit({
  id,
  accountId,
  isPublished,
}: {
  id: string;
  accountId: string;
  isPublished: boolean;
}) {
  const of = { at: new Date(), party: 'provider', accountId, subjectType: 'event', subjectId: id } as const;
  const rows = [{ ...of, action: 'event.create', fromStatus: null, toStatus: 'draft' }];
  const published = { ...of, action: 'event.publish', fromStatus: 'draft', toStatus: 'published' };
  await db().auditEntry.createMany({ data: isPublished ? [...rows, published] : rows });
}
