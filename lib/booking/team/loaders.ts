import type { ProviderActor } from '@/lib/access/actor';
import { type LoadedTeam, loadTeam } from '@/lib/organisations/loaders';
import type { TeamRow } from '@/lib/organisations/types';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { loadOwnServices } from '@/lib/services/loaders';
import type { OwnService } from '@/lib/services/types';
import { listStanding, type StandingSession } from './repository';

/** Somebody of the team with what they give, what keeps them here, and what comes next. */
export type TeamPageRow = TeamRow & {
  services: OwnService[];
  standing: StandingSession[];
  next: StandingSession | null;
};

/** The team of the organisation in view, and the invitations that were not accepted. */
export async function loadTeamPage(
  actor: ProviderActor,
): Promise<{ rows: TeamPageRow[]; invitations: LoadedTeam['invitations'] }> {
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
  return { rows, invitations };
}

const isGivenBy = (specialistId: string | null) => (service: OwnService) =>
  service.isActive && specialistId !== null && service.memberIds.includes(specialistId);

const isNextOf = (specialistId: string | null, now: Date) => (session: StandingSession) =>
  session.specialistId === specialistId && session.status === 'accepted' && session.startsAt > now;
