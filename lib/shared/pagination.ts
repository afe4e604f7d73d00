import { err, ok, type Result } from '@/lib/shared/result';

/** The sort key of the last row shown, column by column, ending in something unique. */
export type Cursor = readonly (string | number)[];

/** One page of a list; `nextCursor` is null on the last page. */
export type Page<T> = { readonly items: readonly T[]; readonly nextCursor: string | null };

/** Opaque text of a cursor, fit for an address. It is not secret and grants nothing. */
export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/**
 * Reads a cursor back. `shape` names the type of each column; anything else, and damaged text, is
 * `common.invalidInput`, since the address can be edited by hand; so is a text with the one sign that no database text
 * holds.
 */
export function decodeCursor(text: string, shape: readonly ('string' | 'number')[]): Result<Cursor> {
  if (text.length > 500) return err('common.invalidInput');
  const values = parse(text);
  if (!Array.isArray(values) || values.length !== shape.length) return err('common.invalidInput');
  const cursor: (string | number)[] = [];
  for (const [index, type] of shape.entries()) {
    const value: unknown = values[index];
    if (typeof value !== type || String(value).includes('\0')) return err('common.invalidInput');
    if (typeof value === 'string' || typeof value === 'number') cursor.push(value);
  }
  return ok(cursor);
}

/** The end of the year 9999: later instants have no form that every part of the way can read. */
const lastInstant = 253_402_300_799_999;

/** The instant that stands in a cursor in milliseconds; undefined before 1970, after 9999, and for anything else. */
export function cursorInstant(value: string | number | undefined): Date | undefined {
  const isInstant =
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= lastInstant;
  return isInstant ? new Date(value) : undefined;
}

/** Makes a page of `limit` rows from a query that asked for one row more than it shows. */
export function toPage<T>(rows: readonly T[], limit: number, cursorOf: (row: T) => Cursor): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const nextCursor = rows.length > limit && last !== undefined ? encodeCursor(cursorOf(last)) : null;
  return { items, nextCursor };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
