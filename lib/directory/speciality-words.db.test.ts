import { beforeAll, describe, expect, it } from 'vitest';
import { loadMessages } from '@/lib/i18n/messages';
import { type Locale, locales } from '@/lib/i18n/routing';
import { specialities } from '@/lib/profiles/rules/specialities';
import { db } from '@/lib/server/db/client';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { indexProvider } from './index-provider';
import { searchSchema } from './schema';
import { searchAdvisors } from './search';

const found = async (q: string) =>
  (await searchAdvisors(searchSchema.parse({ q }), 'Europe/Paris')).advisors.flatMap(
    ({ specialities: fields }) => fields,
  );

beforeAll(async () => {
  for (const speciality of specialities) {
    const { providerId } = await makeSpecialist({ provider: { specialities: [speciality] }, texts: [] });
    await indexProvider(db(), providerId, new Date());
  }
});

async function exampleOf(locale: Locale): Promise<string> {
  const { home } = await loadMessages(locale);
  return home.search.example;
}

describe('the directory', () => {
  it.each(locales)('finds what the home page suggests in %s', async (locale) => {
    for (const words of (await exampleOf(locale)).split(','))
      expect(await found(words), words).not.toEqual([]);
  });

  it.each([
    ['развод', ['family', 'law']],
    ['юрист', ['law']],
    ['психалог', ['psychology']],
    ['пcихалог', ['psychology']],
    ['диетолг', ['nutrition']],
    ['divorce', ['family', 'law']],
    ['divorse', ['family', 'law']],
    ['laywer', ['law']],
    ['avocta', ['law']],
    ['diéteticienne', ['nutrition']],
    ['insomnie', ['sleep']],
    ['Scheidung', ['family', 'law']],
    ['Anwallt', ['law']],
    ['Schuldenn', ['finance']],
    ['ein Vertrag', ['law']],
    ['развод с родителями', ['family']],
    ['Alkohol', ['addiction-support']],
  ])('finds %s', async (q, fields) => {
    expect((await found(q)).toSorted()).toEqual(fields);
  });
});
