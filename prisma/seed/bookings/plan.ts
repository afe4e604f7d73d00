import type { Channel } from '@/lib/availability/rules/terms';
import type { ServiceName } from '../people';
import type { Course } from './story';

/** One line of the plan: open day from today, place in it, number of the client, what becomes of it, what, and how. */
export type Line = readonly [
  day: number,
  place: number,
  client: number,
  course: Course,
  service?: ServiceName,
  channel?: Channel,
];

/** What `specialist@demo.example` and `client@demo.example` (client 0) look at. */
const claire: Line[] = [
  [-34, 0, 0, 'completed', 'introduction'],
  [-30, 0, 1, 'completed'],
  [-26, 0, 0, 'completed', 'session', 'in_person'],
  [-24, 1, 3, 'completed'],
  [-22, 0, 5, 'missed', 'session', 'in_person'],
  [-18, 0, 0, 'completed'],
  [-17, 1, 2, 'freeCancel'],
  [-14, 1, 4, 'lateCancel'],
  [-12, 0, 1, 'completed', 'long'],
  [-11, 1, 8, 'providerCancelled'],
  [-10, 0, 0, 'missed'],
  [-9, 0, 6, 'unanswered'],
  [-8, 0, 9, 'withdrawn'],
  [-7, 1, 10, 'providerNeverCame'],
  [-6, 0, 0, 'completed'],
  [-3, 1, 11, 'completed'],
  [-2, 0, 3, 'completed'],
  [-1, 0, 0, 'completed'],
  [-1, 1, 5, 'lateCancel'],
  [1, 0, 0, 'accepted'],
  [1, 1, 2, 'accepted', 'introduction'],
  [2, 0, 7, 'pending'],
  [3, 1, 0, 'pending'],
  [3, 0, 1, 'accepted'],
  [4, 1, 4, 'pending', 'long'],
  [5, 0, 0, 'rejected'],
  [6, 0, 9, 'accepted', 'session', 'in_person'],
  [7, 1, 0, 'freeCancel'],
  [8, 0, 11, 'accepted'],
  [9, 1, 6, 'providerCancelled'],
  [10, 0, 0, 'proposed', 'long'],
  [10, 1, 4, 'proposalLapsed'],
  [11, 0, 1, 'proposalDeclined'],
];

/** The demo client with other advisors. */
const marina: Record<string, Line[]> = {
  'elena-morozova': [
    [-13, 0, 0, 'completed'],
    [4, 1, 0, 'accepted'],
  ],
  'henrik-albrecht': [
    [-16, 1, 0, 'completed'],
    [9, 1, 0, 'accepted', 'session', 'in_person'],
  ],
  'yuki-tanaka': [[4, 0, 0, 'pending']],
  'amara-diallo': [
    [-5, 0, 0, 'providerCancelled'],
    [6, 1, 0, 'accepted'],
  ],
  'leila-haddad': [[-8, 1, 0, 'lateCancel']],
  'nadia-benali': [[-4, 1, 0, 'unanswered']],
};

const past: Course[] = [
  'completed',
  'completed',
  'missed',
  'completed',
  'freeCancel',
  'completed',
  'lateCancel',
  'rejected',
  'completed',
  'providerCancelled',
  'completed',
  'withdrawn',
  'completed',
  'unanswered',
  'providerNeverCame',
];
const pastDays = [-22, -15, -11, -7, -3, -1];
const coming: Course[] = ['accepted', 'pending', 'accepted'];
const comingDays = [2, 3, 7];
/** Clients other than the one people sign in as. */
const others = 11;

/** The other advisors' bookings follow a pattern: different for each, the same at each seeding. */
function pattern(index: number): Line[] {
  const line = (day: number, n: number, courses: Course[]): Line => {
    const client = 1 + ((index * 5 + n * 3) % others);
    const course = courses[(index * 2 + n) % courses.length] ?? 'completed';
    return [
      day,
      (index + n) % 2,
      client,
      course,
      n === 2 && course === 'completed' ? 'introduction' : 'session',
    ];
  };
  return [
    ...pastDays.map((day, n) => line(day, n, past)),
    ...comingDays.map((day, n) => line(day, n, coming)),
    ...(index === 8 ? [[5, 0, 3, 'expired'] as const] : []),
    ...(index === 17 ? [[5, 1, 10, 'held'] as const] : []),
  ];
}

/** Every booking of the advisor who is the `index`-th of the demo. */
export function linesOf(slug: string, index: number): Line[] {
  return slug === 'claire-vasseur' ? claire : [...pattern(index), ...(marina[slug] ?? [])];
}
