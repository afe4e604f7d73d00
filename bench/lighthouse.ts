import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse from 'lighthouse';
import { type Href, pagePath } from '@/lib/i18n/page-path';
import { locales } from '@/lib/i18n/routing';
import { freePort, type Service, startService, stopService, waitForHttp } from '../scripts/lib/processes';
import { findBrowser } from '../scripts/test/browser';

/**
 * Lighthouse (mobile, simulated throttling) against a running product: home and a profile in each language, median of
 * 3 after one visit that warms the server. `node --import tsx bench/lighthouse.ts [address] [slug]`. Ends with 1 when
 * a target is missed: 95 for performance, 100 for the rest, LCP 1.8 s, TBT 150 ms, CLS 0.02, scripts 150 kB.
 */
const [address = 'http://localhost:3000', slug = 'claire-vasseur'] = process.argv.slice(2);
const rounds = 3;
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

type Figures = Record<(typeof categories)[number] | 'lcp' | 'tbt' | 'cls' | 'scriptKb', number>;

function isMet(figures: Figures): boolean {
  const { performance, accessibility, seo, lcp, tbt, cls, scriptKb } = figures;
  const areWhole = accessibility === 100 && figures['best-practices'] === 100 && seo === 100;
  return performance >= 95 && areWhole && lcp <= 1800 && tbt <= 150 && cls <= 0.02 && scriptKb <= 150;
}

async function measure(url: string, port: number): Promise<Figures> {
  const result = await lighthouse(url, { port, output: 'json', logLevel: 'error' });
  if (!result) throw new Error(`no result for ${url}`);
  const { lhr } = result;
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  const value = (id: string) => lhr.audits[id]?.numericValue ?? Number.NaN;
  const failed = Object.values(lhr.categories)
    .filter(({ id }) => id !== 'performance')
    .flatMap(({ auditRefs }) => auditRefs)
    .filter(({ id, weight }) => weight > 0 && (lhr.audits[id]?.score ?? 1) < 1);
  for (const { id } of failed) console.error(`${url}: ${id}: ${lhr.audits[id]?.title}`);
  const scores = categories.map((id) => [id, Math.round((lhr.categories[id]?.score ?? 0) * 100)]);
  return {
    ...(Object.fromEntries(scores) as Figures),
    lcp: Math.round(value('largest-contentful-paint')),
    tbt: Math.round(value('total-blocking-time')),
    cls: Number(value('cumulative-layout-shift').toFixed(3)),
    scriptKb: scriptKilobytes(lhr.audits['network-requests']?.details),
  };
}

/** What scripts weigh on the wire. */
function scriptKilobytes(details: unknown): number {
  if (typeof details !== 'object' || details === null || !('items' in details)) return Number.NaN;
  const items = Array.isArray(details.items) ? details.items : [];
  const scripts = items.filter((item) => item?.resourceType === 'Script');
  return Math.round(scripts.reduce((sum, item) => sum + Number(item.transferSize), 0) / 1000);
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function medianOf(url: string, port: number): Promise<Figures> {
  await fetch(url);
  const all: Figures[] = [];
  for (let round = 0; round < rounds; round += 1) all.push(await measure(url, port));
  const names = Object.keys(all[0] ?? {}) as (keyof Figures)[];
  return Object.fromEntries(
    names.map((name) => [name, median(all.map((figures) => figures[name]))]),
  ) as Figures;
}

/** A browser as it is started for people; the test library's own switches disturb the recording. */
async function openBrowser(port: number): Promise<Service> {
  const path = findBrowser();
  if (!path) throw new Error('Lighthouse needs Chromium: install it, or set CHROMIUM_PATH to it.');
  const profile = await mkdtemp(join(tmpdir(), 'lighthouse-'));
  const switches = ['--headless=new', '--no-sandbox', '--no-first-run', `--user-data-dir=${profile}`];
  const service = startService(
    'chromium',
    path,
    [...switches, `--remote-debugging-port=${port}`, 'about:blank'],
    process.env,
    'ignore',
  );
  await waitForHttp(`http://127.0.0.1:${port}/json/version`, 20_000);
  return service;
}

async function main(): Promise<number> {
  const port = await freePort();
  const browser = await openBrowser(port);
  const pages: Href[] = ['/', { pathname: '/advisors/[slug]', params: { slug } }];
  const table: Record<string, Figures> = {};
  try {
    for (const page of pages) {
      for (const locale of locales) {
        const path = pagePath(page, locale);
        table[path] = await medianOf(`${address}${path}`, port);
      }
    }
  } finally {
    await stopService(browser);
  }
  console.table(table);
  return Object.values(table).every(isMet) ? 0 : 1;
}

process.exitCode = await main();
