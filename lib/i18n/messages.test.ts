import { readdirSync, readFileSync } from 'node:fs';
import { parse, type MessageFormatElement, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { locales, type Locale } from './routing';

type Messages = Map<string, string>;

function flatten(value: unknown, path: string, into: Messages): Messages {
  if (typeof value === 'string') into.set(path, value);
  else if (value && typeof value === 'object') {
    for (const [key, child] of Object.entries(value)) flatten(child, path ? `${path}.${key}` : key, into);
  }
  return into;
}

function read(locale: Locale): Messages {
  const all: Messages = new Map();
  for (const file of readdirSync(`messages/${locale}`)) {
    flatten(JSON.parse(readFileSync(`messages/${locale}/${file}`, 'utf8')), file.replace('.json', ''), all);
  }
  return all;
}

const messages = Object.fromEntries(locales.map((locale) => [locale, read(locale)])) as Record<
  Locale,
  Messages
>;

/** Names and tags that a message takes, in every branch. */
function argumentsOf(elements: MessageFormatElement[]): Set<string> {
  const names = new Set<string>();
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    names.add(element.value);
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const option of Object.values(element.options))
        for (const name of argumentsOf(option.value)) names.add(name);
    }
    if (element.type === TYPE.tag) for (const name of argumentsOf(element.children)) names.add(name);
  }
  return names;
}

function pluralsOf(elements: MessageFormatElement[]): string[][] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.plural)
      return [
        Object.keys(element.options),
        ...Object.values(element.options).flatMap(({ value }) => pluralsOf(value)),
      ];
    if (element.type === TYPE.select)
      return Object.values(element.options).flatMap(({ value }) => pluralsOf(value));
    return element.type === TYPE.tag ? pluralsOf(element.children) : [];
  });
}

describe.each(locales)('messages in %s', (locale) => {
  it('has exactly the keys of English', () => {
    expect([...messages[locale].keys()].toSorted()).toEqual([...messages.en.keys()].toSorted());
  });

  it('takes the same values as English', () => {
    const differing = [...messages[locale]].filter(([key, text]) => {
      const english = messages.en.get(key) ?? '';
      return (
        [...argumentsOf(parse(text))].toSorted().join() !== [...argumentsOf(parse(english))].toSorted().join()
      );
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('has exactly the plural forms of the language', () => {
    const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.toSorted();
    const wrong = [...messages[locale]].filter(([, text]) =>
      pluralsOf(parse(text)).some(
        (forms) =>
          forms
            .filter((form) => !form.startsWith('='))
            .toSorted()
            .join() !== needed.join(),
      ),
    );
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it('is not simply the English text', () => {
    if (locale === 'en') return;
    const same = [...messages[locale]].filter(
      ([key, text]) => text === messages.en.get(key) && /\p{L}{4,}/u.test(text.replaceAll(/\{[^}]*\}/g, '')),
    );
    expect(same.map(([, text]) => text).filter((text) => !shared.has(text))).toEqual([]);
  });
});

it('French marks of two parts keep to their word by a narrow space', () => {
  const loose = [...messages.fr].filter(([, text]) => /[ \u00a0][:;!?»]|«[ \u00a0]/u.test(text));
  expect(loose.map(([key]) => key)).toEqual([]);
});

/** Words that are the same in another of our languages. */
const shared = new Set([
  'Agenda',
  'Consilia',
  'Menu',
  'Video',
  'Online',
  'Client',
  'Total',
  'Messages',
  'Services',
  'Service',
  'Description',
  'Date',
  'Net',
  'Administration',
  'Organisation',
  'Commission',
  'Basic',
  'Basic PLUS',
  'Premium',
  'Premium PLUS',
  'Name',
  'Profil',
  'Plan',
  'IBAN',
  'E-Mail',
  'Coaching',
  'Status',
  'Education',
  'Journal',
  'Navigation',
  'Open',
  'E-mail',
  'Portrait',
  'Portrait {number}',
  'Confirmation',
  'Nutrition',
  '{minutes} minutes, {channel}',
]);
