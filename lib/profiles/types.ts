import type { PracticeStatus } from '@/lib/access/actor';
import type { PracticeAddress } from './rules/practice-address';

export type ProfileText = { locale: string; headline: string; about: string };
export type EducationRow = { id: string; year: number; title: string; institution: string };
export type VatRegime = 'exempt' | 'small_business' | 'standard';

/** A profile as its provider edits it. */
export type OwnProfile = {
  id: string;
  status: PracticeStatus;
  slug: string;
  displayName: string;
  timeZone: string;
  mainLocale: string;
  portrait: string | null;
  city: string | null;
  country: string | null;
  /** Where clients are received; null while none is given. */
  practice: PracticeAddress | null;
  spokenLanguages: string[];
  specialities: string[];
  answerHours: number;
  diplomasVerifiedAt: Date | null;
  sellerName: string | null;
  sellerAddress: string | null;
  sellerEmail: string | null;
  vatRegime: VatRegime;
  vatNote: string | null;
  vatId: string | null;
  /** Asked for by the provider; it takes effect once the VAT id was checked. */
  reverseCharge: boolean;
  reverseChargeVerifiedAt: Date | null;
  planCode: string;
  texts: ProfileText[];
  education: EducationRow[];
};

/** The public name of a changed profile, for the pages that show it. */
export type ChangedProfile = { providerId: string; slug: string };

/** A profile as everybody may see it. */
export type PublicProfile = Omit<
  OwnProfile,
  'status' | 'diplomasVerifiedAt' | 'planCode' | 'reverseCharge' | 'reverseChargeVerifiedAt'
> & {
  kind: 'specialist' | 'organisation';
  isVerified: boolean;
};

/** A published profile as the site map needs it. */
export type PublicPageRow = { slug: string; updatedAt: Date; texts: ProfileText[] };
