import type { PersonRecord } from '@/sandbox/stripe/records';

export const onboardingFields = [
  'givenName',
  'surname',
  'birth',
  'line1',
  'postalCode',
  'city',
  'country',
  'iban',
] as const;

export type OnboardingField = (typeof onboardingFields)[number];
export type OnboardingValues = Record<OnboardingField, string>;
export type OnboardingProblem = 'required' | 'invalid';

export const countries = ['AT', 'BE', 'CH', 'DE', 'ES', 'FR', 'IT', 'LU', 'NL', 'PT'] as const;

export const testValues: OnboardingValues = {
  givenName: 'Claire',
  surname: 'Fontaine',
  birth: '1985-04-12',
  line1: '12 rue des Lilas',
  postalCode: '75011',
  city: 'Paris',
  country: 'FR',
  iban: 'DE89 3704 0044 0532 0130 00',
};

export function readValues(form: URLSearchParams): OnboardingValues {
  const read = (name: OnboardingField): string => (form.get(name) ?? '').trim();
  return {
    givenName: read('givenName'),
    surname: read('surname'),
    birth: read('birth'),
    line1: read('line1'),
    postalCode: read('postalCode'),
    city: read('city'),
    country: read('country'),
    iban: read('iban'),
  };
}

/** Whether the check digits fit (ISO 13616: rearranged number modulo 97 is 1). */
export function isIban(text: string): boolean {
  const iban = text.replace(/\s/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  const digits = `${iban.slice(4)}${iban.slice(0, 4)}`
    .split('')
    .map((sign) => Number.parseInt(sign, 36))
    .join('');
  return digits.split('').reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

function parseBirth(text: string, now: Date): PersonRecord['birth'] | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match || Number.isNaN(Date.parse(text))) return undefined;
  const birth = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  const eighteenth = new Date(Date.UTC(birth.year + 18, birth.month - 1, birth.day));
  return eighteenth > now || birth.year < 1900 ? undefined : birth;
}

/** Checks the form; the person carries of the IBAN the last four signs only. */
export function checkValues(
  values: OnboardingValues,
  now: Date,
): { person: PersonRecord } | { problems: Map<OnboardingField, OnboardingProblem> } {
  const problems = new Map<OnboardingField, OnboardingProblem>();
  for (const name of onboardingFields) if (values[name] === '') problems.set(name, 'required');
  const birth = parseBirth(values.birth, now);
  if (values.birth !== '' && birth === undefined) problems.set('birth', 'invalid');
  if (values.iban !== '' && !isIban(values.iban)) problems.set('iban', 'invalid');
  if (problems.size > 0 || birth === undefined) return { problems };
  const { givenName, surname, line1, postalCode, city } = values;
  const ibanLast4 = values.iban.replace(/\s/g, '').slice(-4);
  return { person: { givenName, surname, line1, postalCode, city, birth, ibanLast4 } };
}
