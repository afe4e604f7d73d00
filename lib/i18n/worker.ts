import { createFormatter, createTranslator } from 'next-intl';
import { loadMessages } from './messages';
import { defaultLocale, isLocale, type Locale } from './routing';

/** Words and formats outside of a page: e-mails, calendar files. The zone is the recipient's. */
export async function wordsFor(locale: string, timeZone: string) {
  const language: Locale = isLocale(locale) ? locale : defaultLocale;
  const messages = await loadMessages(language);
  return {
    locale: language,
    t: createTranslator({ locale: language, messages: messages as never, timeZone }) as unknown as Translate,
    format: createFormatter({ locale: language, timeZone }),
  };
}

/** A message by its full key; parity tests see to it that it exists in each language. */
export type Translate = (key: string, values?: Record<string, string | number | Date>) => string;
export type Words = Awaited<ReturnType<typeof wordsFor>>;
