import { createHash } from 'node:crypto';

/** Each connection keeps what it has planned; so many different statements do. */
const mostKept = 300;

/**
 * Gives each statement a name, so that a connection plans it once and not at every call: for a read by key that is most of
 * what it costs. The first 300 different ones of a process get one; what comes later, mostly statements whose text grows
 * with their arguments, is planned anew each time.
 */
export function statementNames(most = mostKept): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined || names.size >= most) return known ?? '';
    const name = createHash('sha256').update(sql).digest('base64url').slice(0, 24);
    names.set(sql, name);
    return name;
  };
}
