// Next's page cache in PostgreSQL: all web processes read the same rendered pages, and a page is stale for all of
// them as soon as one process has written the tag. Plain JavaScript, because Next loads it outside its bundles.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import pg from 'pg';
import { completePage, isWorthKeeping } from './complete-page.mjs';

const shared = globalThis;

function pool() {
  if (!shared.consiliaPageCache) {
    shared.consiliaPageCache = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 4 });
    // A connection that the server ends while nobody uses it: the pool opens another one.
    shared.consiliaPageCache.on('error', () => {});
  }
  return shared.consiliaPageCache;
}

/** A build and a process without a database render without a cache. */
const hasDatabase = () =>
  Boolean(process.env.DATABASE_URL) && process.env.NEXT_PHASE !== 'phase-production-build';

/**
 * One row in any case: what the clock says, as text since dates here have no microseconds, and the value unless one of its
 * tags has turned stale since.
 */
const find = `
  select clock_timestamp()::text as now, c.value
  from (select 1) always
  left join page_cache c on c.key = $1
    and not exists (select 1 from page_tag t where t.tag = any (c.tags || $2::text[]) and t.revalidated_at >= c.stored_at)`;

const store = `
  insert into page_cache (key, value, tags, stored_at) values ($1, $2, $3, coalesce($4::timestamptz, clock_timestamp()))
  on conflict (key) do update set value = excluded.value, tags = excluded.tags, stored_at = excluded.stored_at`;

const revalidate = `
  insert into page_tag (tag, revalidated_at) select unnest($1::text[]), clock_timestamp()
  on conflict (tag) do update set revalidated_at = excluded.revalidated_at`;

/** Pages of builds that no process serves any more; a day leaves room for processes that are replaced one by one. */
const sweep = `delete from page_cache where not starts_with(key, $1) and stored_at < now() - interval '1 day'`;

/** Pages name the scripts of the build they were made by, so each build has pages of its own. */
function buildPrefix(distFolder) {
  const file = join(distFolder ?? '.next', 'BUILD_ID');
  return existsSync(file) ? `${readFileSync(file, 'utf8').trim()}:` : 'dev:';
}

function tagsOf(data, context) {
  const header = data?.headers?.['x-next-cache-tags'];
  return [...new Set([...(context?.tags ?? []), ...(typeof header === 'string' ? header.split(',') : [])])];
}

/**
 * What this process read last, so that a page asked for often is not read for each request. Trusted for half a second:
 * a change is public everywhere well within the two seconds promised. Oldest first; the oldest makes way.
 */
const trustMs = 500;
const mostPages = 100;

function recall(key) {
  const page = shared.consiliaPages?.get(key);
  return page && Date.now() - page.readAt < trustMs ? page.value : undefined;
}

function remember(key, value, readAt) {
  const pages = (shared.consiliaPages ??= new Map());
  pages.delete(key);
  pages.set(key, { value, readAt });
  if (pages.size > mostPages) pages.delete(pages.keys().next().value);
}

/** Once a process, with the first page it stores. */
async function sweepOldBuilds(prefix) {
  if (shared.consiliaPageSweep) return;
  shared.consiliaPageSweep = true;
  await pool().query(sweep, [prefix]);
}

export default class PostgresCacheHandler {
  /** When this request began to render: a tag that turns stale meanwhile wins over the page made from older data. */
  #began = new Map();
  #prefix;

  constructor(context) {
    this.#prefix = shared.consiliaBuildPrefix ??= buildPrefix(
      context?.serverDistDir && join(context.serverDistDir, '..'),
    );
  }

  /**
   * Only tags make a page stale here, never its age: what is found is as good as new. Next would otherwise take a page
   * that another process has made for one that may be a second old, and make it once more.
   */
  async get(key, context) {
    if (!hasDatabase()) return null;
    const known = recall(this.#prefix + key);
    if (known) return { value: known, lastModified: Date.now() };
    const readAt = Date.now();
    const softTags = [...(context?.tags ?? []), ...(context?.softTags ?? [])];
    const { rows } = await pool().query(find, [this.#prefix + key, softTags]);
    const [{ now, value }] = rows;
    this.#began.set(key, now);
    if (value === null) return null;
    const page = deserialize(value);
    // Never a read that pages are made of: a page made anew from it would keep the old text for good.
    if (page.kind === 'APP_PAGE') remember(this.#prefix + key, page, readAt);
    return { value: page, lastModified: Date.now() };
  }

  /** Next waits for this before it answers with the page: what is completed here is in the first response too. */
  async set(key, data, context) {
    completePage(data, process.env);
    if (!hasDatabase()) return;
    const began = this.#began.get(key);
    this.#began.delete(key);
    shared.consiliaPages?.delete(this.#prefix + key);
    if (!isWorthKeeping(data)) {
      await pool().query('delete from page_cache where key = $1', [this.#prefix + key]);
      return;
    }
    await pool().query(store, [this.#prefix + key, serialize(data), tagsOf(data, context), began]);
    await sweepOldBuilds(this.#prefix);
  }

  async revalidateTag(tags) {
    if (!hasDatabase()) return;
    shared.consiliaPages?.clear();
    await pool().query(revalidate, [[tags].flat()]);
  }

  resetRequestCache() {}
}
