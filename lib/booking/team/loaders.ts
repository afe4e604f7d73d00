import type { ProviderActor } from '@/lib/access/actor';
import { loadTeam } from '@/lib/organisations/loaders';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { loadOwnServices } from '@/lib/services/loaders';
import type { OwnService } from '@/lib/services/types';
import { listStanding, type StandingSession } from './repository';

/** The team of the organisation in view with what each gives and what keeps them; and the open invitations. */
export async function loadTeamPage(actor: ProviderActor) {
  const now = await clock();
  const [{ team, invitations }, services, standing] = await Promise.all([
    loadTeam(actor),
    loadOwnServices(actor),
    listStanding(db(), actor.provider.id, now),
  ]);
  const rows = team.map((row) => ({
    ...row,
    services: services.filter(isGivenBy(row.specialistId)),
    standing: standing.filter((session) => session.specialistId === row.specialistId),
    next: standing.find(isNextOf(row.specialistId, now)) ?? null,
  }));
  return { rows, invitations, now };
}

const isGivenBy = (specialistId: string | null) => (service: OwnService) =>
  service.isActive && specialistId !== null && service.memberIds.includes(specialistId);

const isNextOf = (specialistId: string | null, now: Date) => (session: StandingSession) =>
  session.specialistId === specialistId && session.status === 'accepted' && session.startsAt > now;
