import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { dropForeignCluster } from './data-owner';

let data = '';
let cluster = '';
const row = () => join(cluster, 'base');

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'consilia-owner-'));
  [data, cluster] = [join(folder, 'data'), join(folder, 'cluster')];
  mkdirSync(cluster);
  writeFileSync(row(), 'rows');
});

it('drops an unmarked cluster whose data folder is gone', () => {
  expect(dropForeignCluster(data, cluster)).toBe(true);
  expect(existsSync(row())).toBe(false);
});

it('keeps a cluster and its data folder together, from one start to the next', () => {
  mkdirSync(data);
  expect(dropForeignCluster(data, cluster)).toBe(false);
  expect(dropForeignCluster(data, cluster)).toBe(false);
  expect(existsSync(row())).toBe(true);
});

it('drops the cluster of a data folder that was deleted', () => {
  dropForeignCluster(data, cluster);
  rmSync(data, { recursive: true });
  expect(dropForeignCluster(data, cluster)).toBe(true);
  expect(existsSync(row())).toBe(false);
  expect(dropForeignCluster(data, cluster)).toBe(false);
});

it('keeps a cluster made before there were marks, unless the data folder is gone', () => {
  mkdirSync(data);
  expect(dropForeignCluster(data, cluster)).toBe(false);
  expect(existsSync(row())).toBe(true);
});
