import type { ProfileText } from '@/lib/profiles/types';
import type { Money } from '@/lib/shared/money';
import type { NextDay } from './rules/next-days';

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
  /** More than are shown, from which each language picks its own. */
  people: ListedAdvisor[];
  /** How many advisors each speciality and each spoken language has; most first. */
  specialities: CodeCount[];
  languages: CodeCount[];
};

/** A result with the next days on which something is free; none: nothing within three weeks. */
export type AdvisorResult = ListedAdvisor & {
  isAvailableNow: boolean;
  nextDays: NextDay<{ start: Date; serviceId: string }>[];
};

export type SearchResults = {
  total: number;
  /** Something was typed, but no word to search for. */
  hasNoWords?: boolean;
  /** How many match in each spoken language, were no language chosen. */
  languages: CodeCount[];
  /** The reader's date. */
  today: string;
  advisors: AdvisorResult[];
  /** Cursors for `before` and `after`. */
  previous?: string;
  next?: string;
};
