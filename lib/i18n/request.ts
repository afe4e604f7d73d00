import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import * as rootParams from 'next/root-params';
import { getRequestConfig } from 'next-intl/server';
import { formats } from './formats';
import { loadMessages } from './messages';
import { isLocale } from './routing';

/**
 * The language of a page is the first part of its address. Actions have no address of their own and refuse to name
 * one: theirs is that of the page they were sent from, which the proxy writes into the request.
 */
async function readLocale(): Promise<string | null | undefined> {
  try {
    return await rootParams.locale();
  } catch {
    return (await headers()).get('x-next-intl-locale');
  }
}

export default getRequestConfig(async ({ locale: wanted }) => {
  const locale = wanted ?? (await readLocale());
  if (!isLocale(locale)) notFound();
  return { locale, messages: await loadMessages(locale), formats, timeZone: 'UTC' };
});
