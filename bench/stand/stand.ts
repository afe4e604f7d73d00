import { createWriteStream, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { prepareJobs } from '@/lib/server/jobs/boss';
import { applyMigrations } from '@/scripts/db/migrate';
import { delay, type Service, startService, stopService, waitForHttp } from '@/scripts/lib/processes';
import {
  dropDatabase,
  ensureDatabase,
  type PostgresServer,
  startPostgres,
} from '@/scripts/services/postgres';
import { appEnvironment, clusterFolder, dataFolder, type Ports } from '@/scripts/supervisor/config';
import { next } from '@/scripts/supervisor/services';

const tsx = ['--import', 'tsx'];
const database = 'consilia';
const restartMs = 200;

export type Part = 'web-1' | 'web-2' | 'worker' | 'database';

/**
 * The whole product as a drill runs it: embedded database (durable), sandboxes, one worker and two web processes of the
 * production build. Any part can be killed and comes back by itself, as under a supervisor.
 */
export class Stand {
  readonly environment: NodeJS.ProcessEnv = { NODE_ENV: 'production' };
  readonly webUrls: string[];
  kills = 0;
  #server: PostgresServer | undefined;
  #services = new Map<string, Service>();
  #isStopping = false;
  /** Parts that stay down until they are revived. */
  readonly #down = new Set<string>();
  readonly #output: number;

  /** `isTimed`: the clock can be moved, which costs each request a query. `hasWeb`: somebody asks for pages. */
  constructor(
    readonly ports: Ports,
    readonly isTimed = true,
    readonly hasWeb = true,
  ) {
    mkdirSync(dataFolder(), { recursive: true });
    const file = join(dataFolder(), 'processes.log');
    createWriteStream(file).end();
    this.#output = openSync(file, 'a');
    this.webUrls = ports.web.map((port) => `http://localhost:${port}`);
    // Whatever ends the drill, nothing of it stays.
    process.once('exit', () => this.#endAll());
  }

  async start(): Promise<void> {
    await this.#startDatabase();
    const server = this.#server;
    if (!server) throw new Error('no database');
    await dropDatabase(server, database);
    await ensureDatabase(server, database);
    await applyMigrations(server.url(database));
    await prepareJobs(server.url(database));
    Object.assign(this.environment, appEnvironment(process.env, this.ports, server.url(database)), {
      CONSILIA_TEST_CLOCK: this.isTimed ? '1' : '0',
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
    });
    Object.assign(process.env, this.environment, { LOG_LEVEL: 'silent' });
    this.#start('sandbox');
    await waitForHttp(`http://127.0.0.1:${this.ports.mail}/`, 20_000);
    await waitForHttp(`http://127.0.0.1:${this.ports.stripe}/_sandbox/requests`, 20_000);
    await waitForHttp(`http://127.0.0.1:${this.ports.files}/_sandbox/files`, 20_000);
    await this.control('stripe', 'reset');
    await this.control('mail', 'reset');
    const web = this.hasWeb ? ['web-1', 'web-2'] : [];
    for (const part of ['worker', ...web]) this.#start(part);
    await Promise.all(web.map((part) => this.#ready(part)));
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    for (const service of [...this.#services.values()].reverse()) await stopService(service);
    await this.#server?.stop();
  }

  /** kill -9 of the part and everything it started; it comes back by itself. */
  async kill(part: Part): Promise<void> {
    this.kills += 1;
    if (part === 'database') return this.#killDatabase();
    this.#killProcess(part);
    await this.#ready(part);
  }

  /** kill -9, and it stays down until `revive`. */
  async takeDown(part: Exclude<Part, 'database'>): Promise<void> {
    const child = this.#services.get(part)?.process;
    this.#down.add(part);
    const gone = new Promise((resolve) => child?.once('exit', resolve));
    this.#killProcess(part);
    if (child?.exitCode === null && child.signalCode === null) await gone;
  }

  async revive(part: Exclude<Part, 'database'>): Promise<void> {
    this.#down.delete(part);
    this.#start(part);
    await this.#ready(part);
  }

  #endAll(): void {
    this.#isStopping = true;
    for (const part of this.#services.keys()) this.#killProcess(part);
    this.#server?.process.kill('SIGQUIT');
  }

  /** A control call of a sandbox. */
  async control(service: 'stripe' | 'mail', call: string, body: object = {}): Promise<unknown> {
    const response = await fetch(`http://127.0.0.1:${this.ports[service]}/_sandbox/${call}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${service} ${call}: ${await response.text()}`);
    return response.json();
  }

  async read(service: 'stripe' | 'mail', call: string): Promise<unknown> {
    return (await fetch(`http://127.0.0.1:${this.ports[service]}/_sandbox/${call}`)).json();
  }

  #killProcess(part: string): void {
    const child = this.#services.get(part)?.process;
    if (child?.pid === undefined) throw new Error(`${part} does not run`);
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It ended by itself meanwhile, for instance for want of a database, and is started again already.
    }
  }

  /** Starts a process; when it ends without being asked to, it is started again, as a supervisor would. */
  #start(part: string): void {
    const args =
      part === 'sandbox'
        ? [...tsx, 'sandbox/main.ts']
        : part === 'worker'
          ? [...tsx, 'scripts/worker.ts']
          : [];
    const port = String(this.ports.web[part === 'web-2' ? 1 : 0]);
    const service = part.startsWith('web')
      ? startService(
          part,
          process.execPath,
          [...next, 'start', '-p', port],
          { ...this.environment, PORT: port },
          this.#output,
        )
      : startService(part, process.execPath, args, this.environment, this.#output);
    this.#services.set(part, service);
    service.process.once('exit', () => {
      if (!this.#isStopping && !this.#down.has(part))
        setTimeout(() => this.#isStopping || this.#start(part), restartMs);
    });
  }

  async #ready(part: string): Promise<void> {
    if (!part.startsWith('web')) return;
    await waitForHttp(
      `http://localhost:${this.ports.web[part === 'web-2' ? 1 : 0]}/manifest.webmanifest`,
      60_000,
    );
  }

  async #startDatabase(): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const folder = clusterFolder('postgres');
        this.#server = await startPostgres({ folder, port: this.ports.postgres, durable: true });
        return;
      } catch (error) {
        // The killed server's children hold its shared memory for a moment.
        if (attempt === 20 || this.#isStopping) throw error;
        await delay(250);
      }
    }
  }

  async #killDatabase(): Promise<void> {
    const server = this.#server;
    if (!server?.process.pid) throw new Error('the database does not run');
    const gone = new Promise((resolve) => server.process.once('exit', resolve));
    process.kill(server.process.pid, 'SIGKILL');
    await gone;
    await this.#startDatabase();
  }
}
