import type { DatabaseSync } from 'node:sqlite';
import { openDatabase } from '@/sandbox/http/database';
import type { StoredMessage } from '@/sandbox/mail/message';

const schema = `
CREATE TABLE IF NOT EXISTS messages (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, recipients TEXT NOT NULL, json TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS idempotency (
  key TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, answer TEXT NOT NULL, created INTEGER NOT NULL);
`;

export type StoredAnswer = { fingerprint: string; answer: string };

/** Resend remembers an idempotency key for 24 hours. */
const keyLifetimeMs = 24 * 60 * 60 * 1000;

function parseMessage(json: unknown): StoredMessage {
  return JSON.parse(String(json));
}

/** The mailbox: every message ever accepted, and the idempotency keys of the last day. */
export class MailStore {
  readonly db: DatabaseSync;

  constructor(file: string) {
    this.db = openDatabase(file, schema);
  }

  add(message: StoredMessage): void {
    const recipients = [...message.to, ...message.cc, ...message.bcc].join('\n').toLowerCase();
    this.db
      .prepare('INSERT INTO messages (id, recipients, json) VALUES (?, ?, ?)')
      .run(message.id, recipients, JSON.stringify(message));
  }

  find(id: string): StoredMessage | undefined {
    const row = this.db.prepare('SELECT json FROM messages WHERE id = ?').get(id);
    return row && parseMessage(row.json);
  }

  /** Newest first; `to` matches any part of a recipient, ignoring case. */
  list(to: string, limit: number): StoredMessage[] {
    return this.db
      .prepare("SELECT json FROM messages WHERE instr(recipients, ?) > 0 OR ? = '' ORDER BY seq DESC LIMIT ?")
      .all(to.toLowerCase(), to, limit)
      .map((row) => parseMessage(row.json));
  }

  findAnswer(key: string, now: number): StoredAnswer | undefined {
    const row = this.db
      .prepare('SELECT fingerprint, answer FROM idempotency WHERE key = ? AND created > ?')
      .get(key, now - keyLifetimeMs);
    return row && { fingerprint: String(row.fingerprint), answer: String(row.answer) };
  }

  saveAnswer(key: string, fingerprint: string, answer: string, now: number): void {
    this.db
      .prepare('INSERT OR REPLACE INTO idempotency (key, fingerprint, answer, created) VALUES (?, ?, ?, ?)')
      .run(key, fingerprint, answer, now);
  }

  reset(): void {
    this.db.exec('DELETE FROM messages; DELETE FROM idempotency;');
  }
}
