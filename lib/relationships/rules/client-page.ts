import type { ClientRow } from '@/lib/relationships/types';
import { decodeCursor, type Page, toPage } from '@/lib/shared/pagination';

type Question = {
  /** Words that a name has to hold, each somewhere; those without a letter or digit ask for nothing. */
  query: string;
  /** Where the last page ended; a damaged cursor begins anew. */
  after: string;
  /** Whose alphabet gives the order. */
  locale: string;
  limit: number;
};

/** Small letters without accents: what people type who look for a name. */
function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
}

function wordsOf(query: string): string[] {
  return fold(query)
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/**
 * One page of clients by name, in the order of the reader's language. Databases differ in what they know of letters, and
 * a practice has few enough clients to look through all of their names.
 */
export function clientPage(
  clients: readonly ClientRow[],
  { query, after, locale, limit }: Question,
): Page<ClientRow> {
  const collator = new Intl.Collator(locale);
  const compare = (a: ClientRow, b: ClientRow) =>
    collator.compare(a.name, b.name) || (a.id < b.id ? -1 : Number(a.id > b.id));
  const words = wordsOf(query);
  const last = readCursor(after);
  const rows = clients
    .filter(({ name }) => words.every((word) => fold(name).includes(word)))
    .filter((client) => last === null || compare(client, last) > 0)
    .toSorted(compare);
  return toPage(rows.slice(0, limit + 1), limit, ({ name, id }) => [name, id]);
}

function readCursor(text: string): ClientRow | null {
  const cursor = decodeCursor(text, ['string', 'string']);
  if (!cursor.ok) return null;
  const [name = '', id = ''] = cursor.value.map(String);
  return { name, id };
}
