import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const file = 'belongs-together';

const readMark = (folder: string) =>
  existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : undefined;

function writeMark(folder: string, mark: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, file), mark);
}

/**
 * A cluster that lies outside of the data folder goes with it: whoever deletes the data folder has deleted the
 * payments and mails of the demo, and bookings that stayed would speak of charges that nobody knows. Gives both folders
 * the same mark; a cluster with another mark, or beside a data folder that is not there, is removed. Returns whether one
 * was.
 */
export function dropForeignCluster(dataFolder: string, clusterFolder: string): boolean {
  const [mark, found] = [readMark(dataFolder), readMark(clusterFolder)];
  if (mark !== undefined && mark === found) return false;
  const isForeign = existsSync(clusterFolder) && (found !== undefined || !existsSync(dataFolder));
  if (isForeign) rmSync(clusterFolder, { recursive: true, force: true });
  const shared = mark ?? randomUUID();
  writeMark(dataFolder, shared);
  writeMark(clusterFolder, shared);
  return isForeign;
}
