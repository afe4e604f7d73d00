import type { AccountActor } from '@/lib/access/actor';
import { db } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';
import { newId } from '@/lib/shared/ids';
import { type AccountSeed, makeAccount } from './accounts';

type Text = { locale: string; headline: string; about: string };
type ServiceSeed = Partial<Prisma.ServiceUncheckedCreateInput> & {
  titles?: Record<string, string>;
  descriptions?: Record<string, string>;
};
type RangeSeed = { id?: string; weekday: number; startMinute: number; endMinute: number };

export type ProviderSeed = {
  account?: AccountSeed;
  provider?: Partial<Prisma.ProviderUncheckedCreateInput>;
  texts?: Text[];
  education?: { id?: string; year: number; title: string; institution: string }[];
  services?: ServiceSeed[];
  ranges?: readonly RangeSeed[];
};

export type SeededProvider = { actor: AccountActor; providerId: string; serviceIds: string[] };

/** Every day from 08:00 to 20:00. */
export const wideOpen: RangeSeed[] = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  startMinute: 480,
  endMinute: 1200,
}));

const defaultText: Text = { locale: 'en', headline: 'Calm, exact advice', about: 'I listen first.' };

/** A published specialist in Berlin with one service, open every day, unless told otherwise. */
export async function makeSpecialist(seed: ProviderSeed = {}): Promise<SeededProvider> {
  const account = await makeAccount({ name: 'Nora Wieland', timeZone: 'Europe/Berlin', ...seed.account });
  const id = seed.provider?.id ?? newId();
  const provider = await db().provider.create({
    data: {
      id,
      accountId: account.accountId,
      kind: 'specialist',
      status: 'published',
      slug: `advisor-${id}`,
      displayName: account.name,
      timeZone: 'Europe/Berlin',
      mainLocale: 'en',
      sellerName: account.name,
      sellerAddress: 'Lindenstr. 1, 10969 Berlin',
      practiceStreet: 'Lindenstr. 1',
      practicePostalCode: '10969',
      practiceCity: 'Berlin',
      practiceCountry: 'DE',
      specialities: ['psychology'],
      spokenLanguages: ['en'],
      publishedAt: new Date(),
      ...seed.provider,
    },
  });
  await db().providerText.createMany({
    data: (seed.texts ?? [defaultText]).map((text) => ({ providerId: id, ...text })),
  });
  await db().education.createMany({
    data: (seed.education ?? []).map((row, position) => ({ providerId: id, position, ...row })),
  });
  await db().weeklyRange.createMany({
    data: (seed.ranges ?? wideOpen).map((range) => ({ providerId: id, specialistId: id, ...range })),
  });
  const serviceIds: string[] = [];
  for (const [position, service] of (seed.services ?? [{}]).entries())
    serviceIds.push(await makeService(id, { position, ...service }));
  const { kind, status, slug } = provider;
  const practice = { id, kind, status, slug, role: 'owner' as const };
  return { actor: { ...account, provider: practice, practices: [practice] }, providerId: id, serviceIds };
}

/** A 60-minute session at 120.00 € by video, on request, without notice. */
export async function makeService(
  providerId: string,
  { titles, descriptions, ...data }: ServiceSeed = {},
): Promise<string> {
  const words = titles ?? { en: 'Individual session' };
  const service = await db().service.create({
    data: {
      providerId,
      kind: 'video',
      durationMinutes: 60,
      priceAmount: 12_000,
      channels: ['video'],
      noticeMinutes: 0,
      ...data,
      texts: {
        create: Object.entries(words).map(([locale, title]) => ({
          locale,
          title,
          description: descriptions?.[locale] ?? '',
        })),
      },
    },
    select: { id: true },
  });
  return service.id;
}
