import { z } from 'zod';
import { safeNext } from '@/lib/accounts/rules/next-address';
import { currentZoneName } from '@/lib/accounts/rules/zone-names';
import { isLocale, locales } from '@/lib/i18n/routing';
import { line, paragraph } from '@/lib/shared/text';
import { isZone } from '@/lib/shared/time';
import { countries } from './rules/countries';
import { practiceAddressOf } from './rules/practice-address';
import { isPortrait } from './rules/portraits';
import { isSpeciality } from './rules/specialities';
import { isSpokenLanguage } from './rules/spoken-languages';

const orNull = (text: ReturnType<typeof line>) => text.optional().transform((typed) => typed || null);
const optionalLine = (most: number) => orNull(line(most));
const displayName = line(80).min(1, 'common.required');
const timeZone = z
  .string('account.timeZoneMissing')
  .refine(isZone, 'account.timeZoneInvalid')
  .transform(currentZoneName);
const mainLocale = z.string('account.localeInvalid').refine(isLocale, 'account.localeInvalid');
const flag = z.literal('on').optional();

/** Several boxes of one name; none is an empty list, the same one twice counts once. */
const choices = (isKnown: (text: string) => boolean, code: string, most: number) =>
  z
    .array(z.string().refine(isKnown, code))
    .max(most, 'common.invalidChoice')
    .default([])
    .transform((list) => [...new Set(list)]);
const specialities = choices(isSpeciality, 'provider.specialityUnknown', 10);
const spokenLanguages = choices(isSpokenLanguage, 'provider.languageUnknown', 70);

export const registerProviderSchema = z.object({
  kind: z.enum(['specialist', 'organisation'], 'common.required'),
  /** Chosen by hand; whether it is sold is looked up. */
  planCode: z.string('common.required').regex(/^[a-z_]{1,40}$/, 'common.required'),
  /** Where one was going when it turned out that a practice is needed. */
  next: z
    .string()
    .optional()
    .transform((address) => safeNext(address, locales))
    .optional(),
  displayName,
  timeZone,
  specialities,
  spokenLanguages,
});
export type RegisterProviderInput = z.output<typeof registerProviderSchema>;

const country = z
  .string()
  .refine((code) => code === '' || countries.includes(code), 'common.invalidChoice')
  .optional()
  .transform((code) => code || null);

export const profileSchema = z.object({
  displayName,
  timeZone,
  specialities,
  spokenLanguages,
  city: optionalLine(80),
  country,
  answerHours: z.coerce
    .number('service.answerTimeInvalid')
    .int('service.answerTimeInvalid')
    .min(2, 'service.answerTimeInvalid')
    .max(144, 'service.answerTimeInvalid'),
  portrait: z
    .string()
    .refine((portrait) => portrait === '' || isPortrait(portrait), 'common.invalidChoice')
    .optional()
    .transform((portrait) => portrait || null),
});
export type ProfileInput = z.output<typeof profileSchema>;

const headline = line(160).default('');
const about = paragraph(5000).default('');

/** Fields `headline-fr`, `about-fr` and so on become one text a language; a language left empty is left out. */
export const textsSchema = z
  .object({
    mainLocale,
    ...Object.fromEntries(locales.map((locale) => [`headline-${locale}`, headline])),
    ...Object.fromEntries(locales.map((locale) => [`about-${locale}`, about])),
  })
  .transform((fields: Record<string, string>) => ({
    mainLocale: fields['mainLocale'] ?? '',
    texts: locales
      .map((locale) => ({
        locale,
        headline: fields[`headline-${locale}`] ?? '',
        about: fields[`about-${locale}`] ?? '',
      }))
      .filter((text) => text.headline !== '' || text.about !== ''),
  }));
export type TextsInput = z.output<typeof textsSchema>;

export const educationSchema = z.object({
  year: z.coerce
    .number('common.invalidNumber')
    .int('common.invalidNumber')
    .min(1930, 'common.invalidNumber')
    .max(2100, 'common.invalidNumber'),
  title: line(160).min(1, 'common.required'),
  institution: line(160).min(1, 'common.required'),
});
export type EducationInput = z.output<typeof educationSchema>;

export const educationIdSchema = z.object({ educationId: z.uuid('common.notFound') });

export const sellerSchema = z.object({
  sellerName: optionalLine(160),
  sellerAddress: orNull(paragraph(500)),
  sellerEmail: z
    .union([z.literal(''), z.string().trim().pipe(z.email('account.emailInvalid'))], 'account.emailInvalid')
    .optional()
    .transform((address) => address || null),
  vatRegime: z.enum(['exempt', 'small_business', 'standard'], 'common.invalidChoice'),
  vatNote: optionalLine(300),
  vatId: optionalLine(20),
  reverseCharge: flag.transform((value) => value === 'on'),
});
export type SellerInput = z.output<typeof sellerSchema>;

/** Street, city and country together, or nothing at all: no address is given then. */
export const practiceAddressSchema = z
  .object({
    practiceStreet: optionalLine(160),
    practicePostalCode: optionalLine(20),
    practiceCity: optionalLine(80),
    practiceCountry: country,
  })
  .transform((fields, context) => {
    const { practiceStreet, practiceCity, practiceCountry } = fields;
    if (Object.values(fields).every((value) => value === null)) return { address: null };
    for (const [field, value] of Object.entries({ practiceStreet, practiceCity, practiceCountry }))
      if (value === null) context.addIssue({ code: 'custom', message: 'common.required', path: [field] });
    return { address: practiceAddressOf(fields) };
  });
export type PracticeAddressInput = z.output<typeof practiceAddressSchema>;
