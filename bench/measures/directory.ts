import { nextFreeTimes } from '@/lib/directory/next-free-time';
import { countMatches, searchPage } from '@/lib/directory/repository';
import { searchAdvisors } from '@/lib/directory/search';
import type { SearchInput } from '@/lib/directory/schema';
import { db } from '@/lib/server/db/client';
import { type Measured, median } from './types';

const base = 200;
const rounds = 25;
/** So many advisors the directory is to sort quickly. */
const sorted = 5000;
const nothing = {
  after: undefined,
  before: undefined,
  within: undefined,
  speciality: undefined,
  available: undefined,
};
const questions: SearchInput[] = [
  { ...nothing, q: '', language: [] },
  { ...nothing, q: '', language: ['fr'], speciality: 'sleep' },
  { ...nothing, q: 'calm sleep', language: [] },
  { ...nothing, q: '', language: [], within: 'week' },
];

/** Published advisors with a service, hours and a place in the directory, so many more. */
async function addAdvisors(from: number, to: number): Promise<void> {
  await db().$executeRaw`
    with made as (
      select n, gen_random_uuid() as account_id, gen_random_uuid() as id, gen_random_uuid() as service_id
      from generate_series(${from}::int, ${to - 1}::int) as n
    ), accounts as (
      insert into account (id, email, email_verified_at, name, locale, time_zone)
      select account_id, 'advisor-' || n || '@bench.example', now(), 'Advisor ' || n, 'en', 'Europe/Berlin' from made
    ), providers as (
      insert into provider (id, account_id, kind, status, slug, display_name, time_zone, main_locale,
        spoken_languages, specialities, published_at, updated_at)
      select id, account_id, 'specialist', 'published', 'bench-' || n, 'Advisor ' || n, 'Europe/Berlin', 'en',
        case when n % 10 = 0 then array['en', 'fr'] else array['en'] end,
        case when n % 20 = 0 then array['sleep'] else array['law'] end, now(), now() from made
    ), services as (
      insert into service (id, provider_id, kind, duration_minutes, price_amount, channels, updated_at)
      select service_id, id, 'video', 60, 9000, array['video']::channel[], now() from made
    ), texts as (
      insert into service_text (service_id, locale, title) select service_id, 'en', 'Session' from made
    ), hours as (
      insert into weekly_range (id, provider_id, specialist_id, weekday, start_minute, end_minute)
      select gen_random_uuid(), id, id, weekday, 540, 1020 from made, generate_series(1, 5) as weekday
    )
    insert into search_document (provider_id, words, specialities, languages, price_from, currency, next_free_at,
      next_free_computed_at, updated_at)
    select id, 'advisor ' || n || case when n % 50 = 0 then ' calm sleep' else ' contracts' end || ' session',
      case when n % 20 = 0 then array['sleep'] else array['law'] end,
      case when n % 10 = 0 then array['en', 'fr'] else array['en'] end,
      9000, 'EUR', now() + make_interval(mins => 60 + (n * 7919) % 20000), now(), now() from made`;
  await db().$executeRawUnsafe('vacuum analyze search_document, provider, service, weekly_range, account');
}

/** The slowest of the questions, each the median of several. */
async function slowest(): Promise<number> {
  const medians: number[] = [];
  for (const question of questions) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const startedAt = performance.now();
      await searchAdvisors(question, 'Europe/Paris');
      times.push(performance.now() - startedAt);
    }
    medians.push(median(times));
  }
  return Math.max(...medians);
}

/** How long the database takes for a page sorted by next free time, with its counts; 95 of 100 times at most so long. */
async function measureSorting(): Promise<Measured> {
  const now = new Date();
  const filter = {
    now,
    words: [],
    isInside: false,
    speciality: undefined,
    languages: [],
    freeBefore: undefined,
    isAvailable: false,
  };
  const times: number[] = [];
  for (let round = 0; round < 200; round += 1) {
    const startedAt = performance.now();
    await Promise.all([countMatches(db(), filter), searchPage(db(), filter, {}, 12)]);
    times.push(performance.now() - startedAt);
  }
  const p95 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.POSITIVE_INFINITY;
  return {
    name: `directory of ${sorted} by next free time`,
    figure: `p95 ${p95.toFixed(1)} ms`,
    target: '< 50 ms',
    isMet: p95 < 50,
  };
}

/** The next free time of so many advisors at once, as the sweep computes it. */
async function measureNextFree(): Promise<Measured> {
  const rows = await db().searchDocument.findMany({ select: { providerId: true }, take: 100 });
  const startedAt = performance.now();
  await nextFreeTimes(
    db(),
    rows.map(({ providerId }) => providerId),
    new Date(),
  );
  const each = (performance.now() - startedAt) / rows.length;
  return {
    name: 'next free time of an advisor in the sweep',
    figure: `${each.toFixed(2)} ms`,
    target: '≤ 20 ms',
    isMet: each <= 20,
  };
}

/** Searching the directory with 1, 10 and 100 times the advisors: it should hardly matter how many there are. */
export async function measureDirectory(): Promise<Measured[]> {
  await addAdvisors(0, base);
  await slowest(); // until the code is warm, whatever is measured first looks slow
  const once = await slowest();
  await addAdvisors(base, base * 10);
  const tenfold = await slowest();
  await addAdvisors(base * 10, sorted);
  const lines = [await measureSorting(), await measureNextFree()];
  await addAdvisors(sorted, base * 100);
  const hundredfold = await slowest();
  const growth = [
    { factor: '10×', time: tenfold },
    { factor: '100×', time: hundredfold },
  ].map(({ factor, time }) => ({
    name: `directory, ${factor} of ${base} advisors`,
    figure: `${(time / once).toFixed(2)}× (${time.toFixed(1)} ms against ${once.toFixed(1)} ms)`,
    target: '≤ 1.5×',
    isMet: time / once <= 1.5,
  }));
  return [...growth, ...lines];
}
