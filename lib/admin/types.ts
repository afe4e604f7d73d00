import type { PracticeStatus } from '@/lib/access/actor';

/** A provider in the list of the operator. */
export type ListedProvider = {
  id: string;
  name: string;
  portrait: string | null;
  kind: 'specialist' | 'organisation';
  status: PracticeStatus;
  city: string | null;
  /** How many participants each of its events may have. */
  allowedPlaces: number;
};
