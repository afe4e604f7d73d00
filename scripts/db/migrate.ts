import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { SchemaEngine } from '@prisma/schema-engine-wasm';

const filters = { externalTables: [], externalEnums: [] };
const migrationsFolder = 'prisma/migrations';

/** The adapter splits scripts at semicolons, which breaks functions; the driver itself takes them whole. */
class WholeScripts extends PrismaPg {
  readonly #opened: { dispose: () => Promise<void> }[] = [];

  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script);
    };
    this.#opened.push(adapter);
    return adapter;
  }

  /** The engine leaves its connections open. */
  async close() {
    for (const adapter of this.#opened) await adapter.dispose();
  }
}

type Engine = Awaited<ReturnType<typeof SchemaEngine.new>>;

/** The schema engine as WebAssembly over our own database driver; its native build cannot be had offline. */
async function withEngine<T>(url: string, run: (engine: Engine) => Promise<T>): Promise<T> {
  const driver = new WholeScripts({ connectionString: url });
  const factory = bindMigrationAwareSqlAdapterFactory(driver);
  const engine = await SchemaEngine.new({ datamodels: readSchema() }, () => {}, factory);
  try {
    return await run(engine);
  } finally {
    engine.free();
    await driver.close();
  }
}

function readSchema(): [string, string][] {
  const folder = 'prisma/schema';
  return readdirSync(folder)
    .filter((file) => file.endsWith('.prisma'))
    .sort()
    .map((file) => [join(folder, file), readFileSync(join(folder, file), 'utf8')]);
}

function readMigrations() {
  const names = existsSync(migrationsFolder)
    ? readdirSync(migrationsFolder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
    : [];
  return {
    baseDir: migrationsFolder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: names.sort().map((path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: 'ok' as const,
          value: readFileSync(join(migrationsFolder, path, 'migration.sql'), 'utf8'),
        },
      },
    })),
  };
}

/** Applies what `prisma migrate deploy` would apply, and records it in the same table. Returns the new names. */
export function applyMigrations(url: string): Promise<string[]> {
  return withEngine(url, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: readMigrations(),
      filters,
    });
    return appliedMigrationNames;
  });
}
