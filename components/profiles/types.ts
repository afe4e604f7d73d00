import type { EventCardView } from '@/components/events/event-view';
import type { Pictured } from '@/components/ui/portrait';
import type { Money } from '@/lib/shared/money';

export type Channel = 'video' | 'voice' | 'in_person';

export type ProfileServiceView = {
  id: string;
  title: string;
  description: string;
  durationMinutes: number;
  price: Money;
  channels: readonly Channel[];
  /** `request`: the advisor answers first; `instant`: booked at once. */
  confirmation: 'request' | 'instant';
  /** The page of times of this service; works without script. */
  timesHref: string;
  /** Where one waits for a place. */
  waitHref: string;
  /** The page that holds a time; the chosen start is added as `?start=`. */
  bookHref: string;
  /** Of an organisation: who gives it. */
  members: readonly MemberView[];
};

/** Somebody who gives sessions at a practice; led to where they have a public profile of their own. */
export type MemberView = Pictured & { href?: string };

export type EducationView = { id: string; year?: number; title: string; institution: string };

/** An address by lines, and where a map shows it. */
export type PlaceView = { lines: readonly string[]; mapHref: string };

export type SellerView = { name: string; addressLines: readonly string[]; email?: string; vatId?: string };

export type ProfileView = Pictured & {
  headline: string;
  about: string;
  /** Language of headline and about; differs from the page's when they are not translated. */
  textLocale: string;
  isVerified: boolean;
  city?: string;
  languages: readonly { code: string; name: string }[];
  specialities: readonly { label: string; href: string }[];
  services: readonly ProfileServiceView[];
  members: readonly MemberView[];
  /** What they host next. */
  events: readonly EventCardView[];
  education: readonly EducationView[];
  seller: SellerView;
  /** Where one meets in person; null while nothing is offered so. */
  place: PlaceView | null;
  /** How long the advisor takes at most to answer a request. */
  answerHours: number;
  /** The advisor's zone. */
  zone: string;
};
