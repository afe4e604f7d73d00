import { notFound } from 'next/navigation';
import * as rootParams from 'next/root-params';
import { getRequestConfig } from 'next-intl/server';
import { formats } from './formats';
import { loadMessages } from './messages';
import { isLocale } from './routing';

/** The language of a page is the first part of its address; actions and routes name it themselves. */
export default getRequestConfig(async ({ locale: wanted }) => {
  const locale = wanted ?? (await rootParams.locale());
  if (!isLocale(locale)) notFound();
  return { locale, messages: await loadMessages(locale), formats, timeZone: 'UTC' };
});
