import type { AccountActor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import type { PaymentSubject } from '@/lib/payments/types';
import { subjectId } from '@/lib/payments/rules/subject';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { isId } from '@/lib/shared/ids';
import { findSubject } from '../repository';
import { type Course, courseOf } from '../rules/window';
import type { ClaimSubject } from '../types';
import { openUntil } from './loaders';

export type Claimable = {
  about: ClaimSubject;
  course: Course | null;
  /** Until when a claim can be made; null: it cannot. */
  until: Date | null;
  claimId: string | null;
  now: Date;
};

/** Something of the client's own with whether a claim can be made about it now; null for anybody else's. */
export async function loadClaimable(actor: AccountActor, subject: PaymentSubject): Promise<Claimable | null> {
  const about = isId(subjectId(subject)) ? await findSubject(db(), subject) : null;
  if (!about || !can(actor, 'claim:open', about)) return null;
  const now = await clock();
  const claimId = about.claim?.id ?? null;
  return { about, course: courseOf(about), until: openUntil(about, now), claimId, now };
}
