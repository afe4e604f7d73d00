import type { PracticeStatus } from '@/lib/access/actor';

/** What an admin can do about a provider's account. */
export const measureKinds = ['warned', 'suspended', 'reopened', 'closed'] as const;
export type MeasureKind = (typeof measureKinds)[number];

/**
 * Where a measure leads from here; null: it is not possible. A warning changes nothing. Reopened, a profile is a draft:
 * its owner publishes it when it is as it should be. What is closed stays so.
 */
export function standingAfter(kind: MeasureKind, status: PracticeStatus): PracticeStatus | null {
  if (status === 'closed') return null;
  if (kind === 'warned') return status;
  if (kind === 'reopened') return status === 'suspended' ? 'draft' : null;
  if (kind === 'suspended') return status === 'suspended' ? null : 'suspended';
  return 'closed';
}

/** What can be done from here. */
export function possibleMeasures(status: PracticeStatus): MeasureKind[] {
  return measureKinds.filter((kind) => standingAfter(kind, status) !== null);
}
