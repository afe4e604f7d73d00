import { z } from 'zod';
import { countries } from '@/lib/profiles/rules/countries';
import { line } from '@/lib/shared/text';

const optionalLine = (most: number) =>
  line(most)
    .optional()
    .transform((typed) => typed || null);
const isCountry = (code: string) => countries.includes(code);

export const taxDataSchema = z.object({
  kind: z.enum(['individual', 'entity'], 'common.required'),
  givenName: optionalLine(80),
  legalName: line(160).min(1, 'common.required'),
  street: line(160).min(1, 'common.required'),
  postalCode: optionalLine(20),
  city: line(80).min(1, 'common.required'),
  country: z.string('common.required').min(1, 'common.required').refine(isCountry, 'common.invalidChoice'),
  birthDate: optionalLine(10),
  birthPlace: optionalLine(80),
  registrationNumber: optionalLine(40),
  tin: optionalLine(40),
  tinCountry: z
    .string()
    .refine((code) => code === '' || isCountry(code), 'common.invalidChoice')
    .optional()
    .transform((code) => code || null),
});

export const vatIdCheckSchema = z.object({
  providerId: z.uuid('common.notFound'),
  /** The id that was looked at: another one in the meantime is not what was checked. */
  vatId: line(20).min(1, 'common.required'),
  result: z.enum(['valid', 'invalid'], 'common.required'),
  reference: optionalLine(80),
});
export type VatIdCheckInput = z.output<typeof vatIdCheckSchema>;
