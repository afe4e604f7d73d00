import { locales } from '@/lib/i18n/routing';
import { wordsFor } from '@/lib/i18n/worker';
import { isSpeciality } from '@/lib/profiles/rules/specialities';
import { foldWords } from '@/lib/shared/fold-words';
import type { EventText } from './rules/texts';

type Described = {
  texts: readonly EventText[];
  seller: { displayName: string; specialities: readonly string[] };
  /** Nobody is named where the seller holds it. */
  host?: { name: string | null };
};

/**
 * What an event can be found by, folded, each word after a space: texts, who sells and who holds it, and the names of
 * the seller's specialities.
 */
export async function eventWords({ texts, seller, host }: Described): Promise<string> {
  const names = await Promise.all(locales.map((locale) => wordsFor(locale, 'UTC')));
  const fields = seller.specialities
    .filter(isSpeciality)
    .flatMap((code) => names.flatMap(({ t }) => [t(`specialities.${code}`), t(`specialityWords.${code}`)]));
  const written = texts.flatMap(({ title, description }) => [title, description]);
  return ` ${foldWords([seller.displayName, host?.name ?? '', ...fields, ...written].join(' '))}`;
}
