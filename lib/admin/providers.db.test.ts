import { expect, it } from 'vitest';
import { newId } from '@/lib/shared/ids';
import { encodeCursor } from '@/lib/shared/pagination';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { loadProviders } from './loaders';
import { providerSearchSchema, raisePlacesSchema } from './schema';

const asked = (query: Record<string, string> = {}) => providerSearchSchema.parse(query);

it('providers are found by every word of their name, page by page, by admins alone', async () => {
  const mark = `X${newId().slice(-8)}`;
  for (let index = 0; index < 22; index += 1)
    await makeSpecialist({ provider: { displayName: `Anna ${mark} ${index % 2 === 0 ? 'Zu' : 'Ab'}` } });
  const admin = await makeAccount({ isAdmin: true });
  const first = await loadProviders(admin, asked({ q: `  ${mark.toLowerCase()} anna ` }));
  expect(first.items).toHaveLength(20);
  const rest = await loadProviders(admin, asked({ q: mark, after: first.nextCursor ?? '' }));
  expect(rest).toMatchObject({ nextCursor: null });
  const ids = [...first.items, ...rest.items].map(({ id }) => id);
  expect(new Set(ids).size).toBe(22);
  expect(first.items[0]).toMatchObject({ name: `Anna ${mark} Ab`, allowedPlaces: 49, kind: 'specialist' });
  expect((await loadProviders(admin, asked({ q: `${mark} Zu` }))).items).toHaveLength(11);
  for (const after of ['%', encodeCursor([1, 2]), encodeCursor(['a', 'b']), encodeCursor(['\0', newId()])])
    expect((await loadProviders(admin, asked({ q: mark, after }))).items).toHaveLength(20);
  for (const q of ['\0', `${mark}\0`, `\u202E${mark}`])
    expect((await loadProviders(admin, asked({ q }))).items).toHaveLength(20);
  for (const q of [`${mark} %`, `${mark} A__a`, `${mark} \\`])
    expect((await loadProviders(admin, asked({ q }))).items).toEqual([]);
  await expect(loadProviders(await makeAccount(), asked())).rejects.toThrow();
});

it.each(['0', '1001', '2.5', 'many', ''])('%j places cannot be allowed', (places) => {
  const parsed = raisePlacesSchema.safeParse({ providerId: newId(), places });
  expect(parsed.error?.issues.map(({ path, message }) => [path, message])).toEqual([
    [['places'], 'common.invalidNumber'],
  ]);
});
