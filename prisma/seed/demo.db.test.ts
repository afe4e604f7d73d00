import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/server/db/client';
import { seedDemo } from './demo';

beforeAll(() => seedDemo(new Date()), 60_000);

describe('the demo', () => {
  it('has 24 published advisors over the 10 specialities, all of them found by the directory', async () => {
    expect(await db().provider.count({ where: { status: 'published' } })).toBe(24);
    const documents = await db().searchDocument.findMany();
    expect(documents).toHaveLength(24);
    expect(new Set(documents.flatMap(({ specialities }) => specialities)).size).toBe(10);
    expect(documents.filter(({ nextFreeAt }) => nextFreeAt === null)).toEqual([]);
  });

  it('holds demo accounts only', async () => {
    expect(await db().account.count({ where: { isDemo: false } })).toBe(0);
  });
});
