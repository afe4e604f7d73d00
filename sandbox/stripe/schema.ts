/** Tables of the state file. Objects are JSON rows; what is searched often has an index into the JSON. */
export const schema = `
CREATE TABLE IF NOT EXISTS records (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, account TEXT,
  created INTEGER NOT NULL, json TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS records_order ON records (kind, account, created, seq);
CREATE INDEX IF NOT EXISTS records_status ON records (kind, json_extract(json, '$.status'));
CREATE INDEX IF NOT EXISTS records_intent ON records (kind, json_extract(json, '$.intent'));
CREATE INDEX IF NOT EXISTS records_charge ON records (kind, json_extract(json, '$.charge'));
CREATE INDEX IF NOT EXISTS records_customer ON records (kind, json_extract(json, '$.customer'));
CREATE INDEX IF NOT EXISTS records_source ON records (kind, json_extract(json, '$.sourceTransaction'));
CREATE INDEX IF NOT EXISTS records_transfer ON records (kind, json_extract(json, '$.transfer'));
CREATE INDEX IF NOT EXISTS records_group ON records (kind, json_extract(json, '$.transferGroup'));
CREATE INDEX IF NOT EXISTS records_money ON records (
  kind, account, json_extract(json, '$.currency'), json_extract(json, '$.availableOn'), json_extract(json, '$.net'));
CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS idempotency (
  scope TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, status INTEGER NOT NULL, body TEXT NOT NULL,
  request TEXT NOT NULL, created INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS deliveries (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, event TEXT NOT NULL, endpoint TEXT NOT NULL, attempts INTEGER NOT NULL,
  next_at INTEGER, done INTEGER NOT NULL DEFAULT 0, last_status TEXT NOT NULL DEFAULT '');
CREATE INDEX IF NOT EXISTS deliveries_due ON deliveries (done, next_at);
CREATE TABLE IF NOT EXISTS requests (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, at TEXT NOT NULL, method TEXT NOT NULL, path TEXT NOT NULL,
  account TEXT, key TEXT, body TEXT NOT NULL, status INTEGER NOT NULL, replayed INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS invalid_requests (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, method TEXT NOT NULL, path TEXT NOT NULL, params TEXT NOT NULL,
  problem TEXT NOT NULL);
`;
