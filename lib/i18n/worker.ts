import { createFormatter, createTranslator } from 'next-intl';
import { loadMessages } from './messages';
import { defaultLocale, isLocale, type Locale } from './routing';
import { intlZone } from './time-format';

/** Nobody looks at a mail before it is sent: what cannot be written must not be sent. */
function onError(error: Error): never {
  throw error;
}

/** Words and formats outside of a page: e-mails, calendar files. The zone, IANA or fixed, is the recipient's. */
export async function wordsFor(locale: string, zone: string) {
  const timeZone = intlZone(zone);
  const language: Locale = isLocale(locale) ? locale : defaultLocale;
  const messages = await loadMessages(language);
  const { number } = createFormatter({ locale: language, timeZone, onError });
  return {
    locale: language,
    t: createTranslator({
      locale: language,
      messages,
      timeZone,
      onError,
    }),
    /** Instants are written by `formatInstant`: a format that next-intl does not know by name ends as raw text. */
    format: { number },
  };
}

export type Words = Awaited<ReturnType<typeof wordsFor>>;
