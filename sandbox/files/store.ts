import type { DatabaseSync } from 'node:sqlite';
import { openDatabase } from '@/sandbox/http/database';

const schema = `
CREATE TABLE IF NOT EXISTS files (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, type TEXT NOT NULL,
  size INTEGER NOT NULL, custom_id TEXT UNIQUE, acl TEXT NOT NULL, disposition TEXT NOT NULL, hash TEXT NOT NULL,
  uploaded_at INTEGER NOT NULL, bytes BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS routes (
  key TEXT PRIMARY KEY, metadata TEXT NOT NULL, callback_url TEXT NOT NULL, slug TEXT NOT NULL,
  is_dev INTEGER NOT NULL, awaits INTEGER NOT NULL);
`;

export type StoredFile = {
  key: string;
  name: string;
  type: string;
  size: number;
  customId: string | null;
  acl: 'public-read' | 'private';
  disposition: 'inline' | 'attachment';
  hash: string;
  uploadedAt: number;
};

/** What the app said of an upload that it allowed: where it is to be told, and what it wants to hear again. */
export type UploadRoute = {
  metadata: Record<string, unknown>;
  callbackUrl: string;
  slug: string;
  isDev: boolean;
  awaitsData: boolean;
};

type Row = Record<string, unknown>;

function toFile(row: Row): StoredFile {
  return {
    key: String(row.key),
    name: String(row.name),
    type: String(row.type),
    size: Number(row.size),
    customId: typeof row.custom_id === 'string' ? row.custom_id : null,
    acl: row.acl === 'private' ? 'private' : 'public-read',
    disposition: row.disposition === 'attachment' ? 'attachment' : 'inline',
    hash: String(row.hash),
    uploadedAt: Number(row.uploaded_at),
  };
}

const columns = 'key, name, type, size, custom_id, acl, disposition, hash, uploaded_at';

/** Every file that is there, and the uploads that the app has announced. */
export class FileStore {
  readonly db: DatabaseSync;

  constructor(file: string) {
    this.db = openDatabase(file, schema);
  }

  add(file: StoredFile, bytes: Buffer): void {
    const { key, name, type, size, customId, acl, disposition, hash, uploadedAt } = file;
    this.db
      .prepare(`INSERT OR REPLACE INTO files (${columns}, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
      .run(key, name, type, size, customId, acl, disposition, hash, uploadedAt, bytes);
  }

  find(key: string): StoredFile | undefined {
    const row = this.db.prepare(`SELECT ${columns} FROM files WHERE key = ?`).get(key);
    return row && toFile(row);
  }

  findByCustomId(customId: string): StoredFile | undefined {
    const row = this.db.prepare(`SELECT ${columns} FROM files WHERE custom_id = ?`).get(customId);
    return row && toFile(row);
  }

  read(key: string): Buffer {
    const row = this.db.prepare('SELECT bytes FROM files WHERE key = ?').get(key);
    return row?.bytes instanceof Uint8Array ? Buffer.from(row.bytes) : Buffer.alloc(0);
  }

  /** Newest first. */
  list(limit: number, offset: number): StoredFile[] {
    return this.db
      .prepare(`SELECT ${columns} FROM files ORDER BY seq DESC LIMIT ? OFFSET ?`)
      .all(limit, offset)
      .map(toFile);
  }

  delete(key: string): boolean {
    return Number(this.db.prepare('DELETE FROM files WHERE key = ?').run(key).changes) > 0;
  }

  announce(key: string, { metadata, callbackUrl, slug, isDev, awaitsData }: UploadRoute): void {
    this.db
      .prepare('INSERT OR REPLACE INTO routes VALUES (?, ?, ?, ?, ?, ?)')
      .run(key, JSON.stringify(metadata), callbackUrl, slug, Number(isDev), Number(awaitsData));
  }

  findRoute(key: string): UploadRoute | undefined {
    const row = this.db.prepare('SELECT * FROM routes WHERE key = ?').get(key);
    return (
      row && {
        metadata: JSON.parse(String(row.metadata)),
        callbackUrl: String(row.callback_url),
        slug: String(row.slug),
        isDev: row.is_dev === 1,
        awaitsData: row.awaits === 1,
      }
    );
  }

  reset(): void {
    this.db.exec('DELETE FROM files; DELETE FROM routes;');
  }
}
