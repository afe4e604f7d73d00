import { answerDeadline } from '@/lib/claims/rules/clocks';
import { db } from '@/lib/server/db/client';
import { newId } from '@/lib/shared/ids';

/** A claim about a booking that waits for its provider's answer and only asks for mediation; nobody was told. */
export async function makeClaim(bookingId: string, openedAt: Date): Promise<string> {
  const { clientId, providerId, currency } = await db().booking.findUniqueOrThrow({
    where: { id: bookingId },
    select: { clientId: true, providerId: true, currency: true },
  });
  const id = newId();
  await db().claim.create({
    data: {
      id,
      bookingId,
      clientId,
      providerId,
      currency,
      reason: 'technical',
      wish: 'other',
      isMediation: true,
      openedAt,
      answerBy: answerDeadline(openedAt),
      messages: {
        create: {
          id: newId(),
          party: 'client',
          authorId: clientId,
          kind: 'opening',
          text: 'There was no sound.',
          createdAt: openedAt,
        },
      },
    },
  });
  await db().auditEntry.create({
    data: {
      at: openedAt,
      party: 'client',
      accountId: clientId,
      action: 'claim.open',
      subjectType: 'claim',
      subjectId: id,
      toStatus: 'opened',
    },
  });
  return id;
}

/** The claim about a booking, made when there is none. */
export async function claimAbout(bookingId: string, now: Date): Promise<string> {
  const known = await db().claim.findUnique({ where: { bookingId }, select: { id: true } });
  return known?.id ?? makeClaim(bookingId, now);
}
