import { readFileSync } from 'node:fs';
import { db } from '@/lib/server/db/client';
import { addHours } from '@/lib/shared/time';
import type { Clock } from '../stand/clock';
import { countViolations } from '../stand/settle';
import type { Stand } from '../stand/stand';
import { freeTimes } from '../load/journey';
import { makeAdvisors, makeVisitors } from '../load/people';

const clients = 100;

type Answer = { kind: 'held' | 'refused' | 'other'; status: number; others: number; ms: number };

/** 100 clients, two web processes, one moment, one time: one holds it, 99 are refused and offered others. */
export async function oneTime(stand: Stand, clock: Clock): Promise<string[]> {
  const [advisor] = await makeAdvisors(1, stand.webUrls, clock.now());
  const visitors = await makeVisitors(clients, stand.webUrls, clock.now());
  const [serviceId = ''] = advisor?.serviceIds ?? [];
  const [first] = visitors;
  if (!advisor || !first?.browsers[0]) throw new Error('nobody there');
  const words = JSON.parse(readFileSync('messages/en/errors.json', 'utf8')) as {
    booking: { slotTaken: string };
  };
  const from = addHours(clock.now(), 72);
  // Both processes have answered once: what is measured is the race, not the first compilation of a page.
  const wanted = (await freeTimes(first.browsers[0], serviceId, from))[3] ?? '';
  await Promise.all(
    visitors.map(async ({ browsers }, n) => browsers[n % 2]?.get(`/api/slots?service=${serviceId}&zone=UTC`)),
  );

  let open: () => void = () => {};
  const barrier = new Promise<void>((resolve) => (open = resolve));
  const answers = visitors.map(async ({ browsers }, n): Promise<Answer> => {
    const browser = browsers[n % 2];
    if (!browser) throw new Error('no web process');
    await barrier;
    const startedAt = performance.now();
    const page = await browser.get(`/en/book/${serviceId}?start=${encodeURIComponent(wanted)}`, {
      'sec-fetch-site': 'same-origin',
      referer: 'http://localhost/en/advisors',
    });
    const ms = performance.now() - startedAt;
    if (page.location?.includes('/en/checkout/')) return { kind: 'held', status: page.status, others: 0, ms };
    const isClear =
      page.status === 200 && page.text.includes(words.booking.slotTaken) && page.text.includes('/times?');
    const others = await freeTimes(browser, serviceId, from);
    return {
      kind: isClear && !others.includes(wanted) ? 'refused' : 'other',
      status: page.status,
      others: others.length,
      ms,
    };
  });
  open();
  const all = await Promise.all(answers);
  const of = (kind: Answer['kind']) => all.filter((answer) => answer.kind === kind);
  const held = await db().booking.count({ where: { serviceId, startsAt: new Date(wanted) } });
  const fewest = Math.min(...of('refused').map(({ others }) => others));
  const slowest = Math.round(Math.max(...all.map(({ ms }) => ms)));
  const violations = await countViolations(stand, clock);
  const figures = `${of('held').length} held, ${of('refused').length} refused with at least ${fewest} other times, ${of('other').length} otherwise; ${held} booking in the database; slowest answer ${slowest} ms`;
  const isRight =
    of('held').length === 1 && of('refused').length === clients - 1 && held === 1 && fewest >= 3;
  return isRight && violations === 0
    ? [figures]
    : [figures, `WRONG: ${JSON.stringify(of('other').slice(0, 3))}, ${violations} violations`];
}
