// Next's page cache in PostgreSQL: all web processes read the same rendered pages, and a page is stale for all of
// them as soon as one process has written the tag. Plain JavaScript, because Next loads it outside its bundles.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import pg from 'pg';

const shared = globalThis;

function pool() {
  shared.consiliaPageCache ??= new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 4 });
  return shared.consiliaPageCache;
}

/** A build and a process without a database render without a cache. */
const hasDatabase = () =>
  Boolean(process.env.DATABASE_URL) && process.env.NEXT_PHASE !== 'phase-production-build';

const find = `
  select c.value, extract(epoch from c.stored_at) * 1000 as stored_at
  from page_cache c
  where c.key = $1
    and not exists (select 1 from page_tag t where t.tag = any (c.tags || $2::text[]) and t.revalidated_at >= c.stored_at)`;

const store = `
  insert into page_cache (key, value, tags, stored_at) values ($1, $2, $3, $4)
  on conflict (key) do update set value = excluded.value, tags = excluded.tags, stored_at = excluded.stored_at`;

const revalidate = `
  insert into page_tag (tag, revalidated_at) select unnest($1::text[]), clock_timestamp()
  on conflict (tag) do update set revalidated_at = excluded.revalidated_at`;

/** Pages name the scripts of the build they were made by, so each build has pages of its own. */
function buildPrefix(distFolder) {
  const file = join(distFolder ?? '.next', 'BUILD_ID');
  return existsSync(file) ? `${readFileSync(file, 'utf8').trim()}:` : 'dev:';
}

function tagsOf(data, context) {
  const header = data?.headers?.['x-next-cache-tags'];
  return [...new Set([...(context?.tags ?? []), ...(typeof header === 'string' ? header.split(',') : [])])];
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

  async get(key, context) {
    if (!hasDatabase()) return null;
    const softTags = [...(context?.tags ?? []), ...(context?.softTags ?? [])];
    const { rows } = await pool().query(find, [this.#prefix + key, softTags]);
    if (rows.length === 0) {
      const clock = await pool().query('select clock_timestamp() as now');
      this.#began.set(key, clock.rows[0].now);
      return null;
    }
    return { value: deserialize(rows[0].value), lastModified: Number(rows[0].stored_at) };
  }

  async set(key, data, context) {
    if (!hasDatabase()) return;
    if (data === null) {
      await pool().query('delete from page_cache where key = $1', [this.#prefix + key]);
      return;
    }
    const storedAt = this.#began.get(key) ?? new Date();
    this.#began.delete(key);
    await pool().query(store, [this.#prefix + key, serialize(data), tagsOf(data, context), storedAt]);
  }

  async revalidateTag(tags) {
    if (!hasDatabase()) return;
    await pool().query(revalidate, [[tags].flat()]);
  }

  resetRequestCache() {}
}
