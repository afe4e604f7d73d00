type Cell = string | number;

/**
 * A cell of a table for other programs. Text that a spreadsheet would run as a formula (`=`, `+`, `-`, `@`, tab, return at
 * its beginning) gets an apostrophe before it: names and titles are written by others. So does such a sign after a
 * semicolon or in a new line, where a spreadsheet in French, German or Russian begins another cell. Our own numbers are left
 * alone.
 */
function toCell(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const safe = cell.replaceAll(/(^|[;\r\n]["\s]*)(?=[=+\-@\t\r])/g, "$1'");
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Rows as comma-separated values (RFC 4180), with the mark of UTF-8 at the beginning: without it Excel reads Cyrillic and
 * accents wrongly, and every other program passes it over.
 */
export function writeCsv(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(toCell).join(',')}\r\n`).join('')}`;
}

/** Minor units as a number with a point, whatever the language: `-12.5` is -1250, `8` is 800. */
export function decimal(minor: number): number {
  return minor / 100;
}
