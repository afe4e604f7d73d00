import type { ProfileText } from '@/lib/profiles/types';
import type { Money } from '@/lib/shared/money';

/** An advisor in a list: on the home page and among the results. */
export type ListedAdvisor = {
  id: string;
  slug: string;
  kind: 'specialist' | 'organisation';
  displayName: string;
  portrait: string | null;
  city: string | null;
  mainLocale: string;
  timeZone: string;
  isVerified: boolean;
  spokenLanguages: string[];
  specialities: string[];
  texts: ProfileText[];
  /** The lowest price above 0; null when nothing costs anything. */
  priceFrom: Money | null;
};

export type CodeCount = { code: string; count: number };

/** What the home page shows of the directory. */
export type HomeFacts = {
  people: ListedAdvisor[];
  /** How many advisors each speciality and each spoken language has; most first. */
  specialities: CodeCount[];
  languages: CodeCount[];
};
