import { isZone } from '@/lib/shared/time';

/** What a profile is asked for before it may be public. */
export type PublishCandidate = {
  readonly displayName: string;
  /** In the main language, which is shown where another has none; null when nothing is written in it. */
  readonly mainHeadline: string | null;
  /** Services that can be booked, and events to come. */
  readonly offerCount: number;
  readonly timeZone: string | null;
  /** Who sells: the trader's name and address, which the law wants on each offer. */
  readonly sellerName: string | null;
  readonly sellerAddress: string | null;
  /** Something is offered in person, and where that is, is not known. */
  readonly lacksPracticeAddress: boolean;
  readonly areDiplomasVerified: boolean;
};

export const publishGaps = [
  'name',
  'headline',
  'offer',
  'timeZone',
  'sellerName',
  'sellerAddress',
  'practiceAddress',
  'diplomas',
] as const;
export type PublishGap = (typeof publishGaps)[number];

/**
 * What is missing before a profile may be published, in the order in which it is filled in; empty when
 * nothing is. A headline in the main language is enough. Verified diplomas are asked for only where the operator
 * wants them; otherwise they give a badge.
 */
export function missingForPublishing(
  candidate: PublishCandidate,
  isVerificationRequired: boolean,
): readonly PublishGap[] {
  const isMissing: Record<PublishGap, boolean> = {
    name: isBlank(candidate.displayName),
    headline: isBlank(candidate.mainHeadline),
    offer: candidate.offerCount < 1,
    timeZone: candidate.timeZone === null || !isZone(candidate.timeZone),
    sellerName: isBlank(candidate.sellerName),
    sellerAddress: isBlank(candidate.sellerAddress),
    practiceAddress: candidate.lacksPracticeAddress,
    diplomas: isVerificationRequired && !candidate.areDiplomasVerified,
  };
  return publishGaps.filter((gap) => isMissing[gap]);
}

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === '';
}
