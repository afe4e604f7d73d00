import type { Locale } from '@/lib/i18n/routing';
import type { Speciality } from '@/lib/profiles/rules/specialities';
import type { HoursName } from './hours';

/** Headline and about text. */
export type Words = readonly [headline: string, about: string];

/** A person of the demo who offers services. */
export type SpecialistContent = {
  slug: string;
  name: string;
  city: string;
  country: string;
  zone: string;
  address: string;
  main: Locale;
  spoken: string[];
  specialities: Speciality[];
  /** Name of a drawing; null shows the monogram. */
  portrait: string | null;
  plan: 'basic' | 'basic_plus' | 'premium' | 'premium_plus';
  /** Price of a single session in cents. */
  price: number;
  minutes: number;
  mode: 'request' | 'instant';
  /** Where the main session is paid; at booking unless said otherwise. */
  paid?: 'before_entry' | 'off_platform';
  /** Street and postal code where clients are received, in the city of the profile; null: online only. */
  practice: readonly [street: string, postalCode: string] | null;
  hours: HoursName;
  verified: boolean;
  texts: Partial<Record<Locale, Words>>;
  education: [year: number, title: string, institution: string][];
};
