import type { EventName } from '../content/events';

/** How an event of the demo goes on after it was written. */
export type EventCourse = 'draft' | 'published' | 'completed' | 'byHost' | 'belowMinimum' | 'hostAbsent';

/** What becomes of a seat, beside what its event brings about. */
export type SeatCourse = 'booked' | 'absent' | 'freeCancel' | 'lateCancel' | 'held' | 'expired';

export type EventLine = {
  slug: string;
  /** Days from today, on the host's calendar, and the minute of that day. */
  day: number;
  minute: number;
  minutes: number;
  name: EventName;
  language: string;
  price: number;
  places: readonly [minimum: number, maximum: number];
  course: EventCourse;
  /** Number of the client and what becomes of the seat. */
  seats: readonly (readonly [client: number, course: SeatCourse])[];
};

const hour = (value: number) => Math.round(value * 60);

/** One that is full, so that people wait for a seat of it. */
export const fullEvent = { slug: 'claire-vasseur', day: 20 };

/** Evenings at which no session of the host takes place. */
export const eventLines: EventLine[] = [
  {
    slug: 'claire-vasseur',
    day: 6,
    minute: hour(19),
    minutes: 90,
    name: 'sleep',
    language: 'fr',
    price: 2500,
    places: [3, 12],
    course: 'published',
    seats: [
      [0, 'booked'],
      [1, 'booked'],
      [3, 'booked'],
      [5, 'booked'],
      [6, 'freeCancel'],
    ],
  },
  {
    slug: 'claire-vasseur',
    day: 13,
    minute: hour(19),
    minutes: 60,
    name: 'circle',
    language: 'fr',
    price: 0,
    places: [2, 20],
    course: 'published',
    seats: [
      [2, 'booked'],
      [4, 'booked'],
    ],
  },
  {
    ...fullEvent,
    minute: hour(19),
    minutes: 60,
    name: 'circle',
    language: 'en',
    price: 0,
    places: [1, 2],
    course: 'published',
    seats: [
      [2, 'booked'],
      [4, 'booked'],
    ],
  },
  {
    slug: 'claire-vasseur',
    day: 27,
    minute: hour(19),
    minutes: 90,
    name: 'sleep',
    language: 'de',
    price: 2500,
    places: [3, 12],
    course: 'draft',
    seats: [],
  },
  {
    slug: 'claire-vasseur',
    day: -9,
    minute: hour(19),
    minutes: 90,
    name: 'sleep',
    language: 'fr',
    price: 2500,
    places: [3, 12],
    course: 'completed',
    seats: [
      [0, 'booked'],
      [3, 'booked'],
      [9, 'booked'],
      [5, 'absent'],
      [8, 'lateCancel'],
    ],
  },
  {
    slug: 'henrik-albrecht',
    day: 5,
    minute: hour(19),
    minutes: 60,
    name: 'rent',
    language: 'de',
    price: 3500,
    places: [2, 4],
    course: 'published',
    seats: [
      [1, 'booked'],
      [5, 'booked'],
      [9, 'booked'],
      [3, 'booked'],
    ],
  },
  {
    slug: 'elena-morozova',
    day: 8,
    minute: hour(21.5),
    minutes: 75,
    name: 'parents',
    language: 'ru',
    price: 1500,
    places: [2, 15],
    course: 'published',
    seats: [
      [2, 'booked'],
      [6, 'booked'],
      [11, 'booked'],
      [10, 'held'],
    ],
  },
  {
    slug: 'david-okafor',
    day: 4,
    minute: hour(20),
    minutes: 60,
    name: 'career',
    language: 'en',
    price: 2000,
    places: [2, 10],
    course: 'published',
    seats: [
      [3, 'booked'],
      [7, 'booked'],
      [10, 'booked'],
    ],
  },
  {
    slug: 'amara-diallo',
    day: 10,
    minute: hour(21.5),
    minutes: 60,
    name: 'speak',
    language: 'fr',
    price: 0,
    places: [1, 25],
    course: 'published',
    seats: [
      [0, 'booked'],
      [8, 'booked'],
    ],
  },
  {
    slug: 'jonas-keller',
    day: -4,
    minute: hour(21.5),
    minutes: 60,
    name: 'invest',
    language: 'de',
    price: 4000,
    places: [2, 8],
    course: 'completed',
    seats: [
      [1, 'booked'],
      [5, 'booked'],
      [9, 'absent'],
    ],
  },
  {
    slug: 'marina-sorokina',
    day: -6,
    minute: hour(19),
    minutes: 60,
    name: 'sleep',
    language: 'ru',
    price: 1200,
    places: [2, 20],
    course: 'byHost',
    seats: [
      [2, 'booked'],
      [6, 'booked'],
      [11, 'booked'],
    ],
  },
  {
    slug: 'greta-lindqvist',
    day: -3,
    minute: hour(20),
    minutes: 60,
    name: 'eat',
    language: 'en',
    price: 1800,
    places: [5, 12],
    course: 'belowMinimum',
    seats: [
      [3, 'booked'],
      [7, 'booked'],
    ],
  },
  {
    slug: 'olga-petrenko',
    day: -12,
    minute: hour(20),
    minutes: 60,
    name: 'invest',
    language: 'ru',
    price: 900,
    places: [1, 30],
    course: 'hostAbsent',
    seats: [
      [2, 'booked'],
      [6, 'booked'],
      [11, 'lateCancel'],
    ],
  },
  {
    slug: 'sushila-gurung',
    day: 15,
    minute: hour(19),
    minutes: 45,
    name: 'circle',
    language: 'en',
    price: 0,
    places: [2, 3],
    course: 'published',
    seats: [
      [7, 'booked'],
      [3, 'booked'],
      [10, 'booked'],
    ],
  },
  {
    slug: 'nadia-benali',
    day: 12,
    minute: hour(19.5),
    minutes: 90,
    name: 'divorce',
    language: 'fr',
    price: 3000,
    places: [2, 10],
    course: 'published',
    seats: [],
  },
  {
    slug: 'isabelle-tremblay',
    day: 7,
    minute: hour(19),
    minutes: 60,
    name: 'eat',
    language: 'fr',
    price: 1800,
    places: [1, 15],
    course: 'published',
    seats: [
      [4, 'booked'],
      [0, 'expired'],
    ],
  },
];
