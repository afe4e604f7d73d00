import { locales } from '@/lib/i18n/routing';
import { wordsFor } from '@/lib/i18n/worker';
import { isSpeciality } from '@/lib/profiles/rules/specialities';
import { foldWords } from '@/lib/shared/fold-words';
import type { EventText } from './rules/texts';

type Described = {
  texts: readonly EventText[];
  host: { displayName: string; specialities: readonly string[] };
};

/** What an event can be found by, folded, each word after a space: texts, host, and the names of the host's specialities. */
export async function eventWords({ texts, host }: Described): Promise<string> {
  const names = await Promise.all(locales.map((locale) => wordsFor(locale, 'UTC')));
  const fields = host.specialities
    .filter(isSpeciality)
    .flatMap((code) => names.flatMap(({ t }) => [t(`specialities.${code}`), t(`specialityWords.${code}`)]));
  const written = texts.flatMap(({ title, description }) => [title, description]);
  return ` ${foldWords([host.displayName, ...fields, ...written].join(' '))}`;
}
