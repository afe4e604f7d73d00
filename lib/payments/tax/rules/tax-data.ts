import { isLocalDate, type LocalDate } from '@/lib/shared/calendar';
import type { ErrorCode } from '@/lib/shared/errors';
import { fieldErrors, ok, type Result } from '@/lib/shared/result';
import type { TaxData } from '../types';

/** Nobody sells here before this age, or was born before this day. */
const leastAge = 16;
const earliestBirth = '1900-01-01';

/**
 * A tax number in its one form: capitals and digits without the signs in which people group them. Each country writes
 * its own; what all have in common is asked for.
 */
export function writeTin(text: string): string {
  return text.toUpperCase().replaceAll(/[\s.\-/\u00a0\u202f]/g, '');
}

/** 4 to 20 capitals and digits, at least one of them a digit. */
function isTin(written: string): boolean {
  return /^(?=.*\d)[A-Z0-9]{4,20}$/.test(written);
}

/**
 * What the reporting rules for platforms (Directive (EU) 2021/514, annex V, section II) want to know of a seller before
 * it is paid, in its one form, without what does not belong to its kind: of a person the day of birth, of an entity its
 * number in the register; of both a tax number with the country that issued it, or of a person without one the place of
 * birth. `today` decides about the age.
 */
export function checkTaxData(given: TaxData, today: LocalDate): Result<TaxData> {
  const isPerson = given.kind === 'individual';
  const tin = given.tin === null ? null : writeTin(given.tin);
  const wrong: Record<string, ErrorCode> = {
    ...(isPerson && !given.givenName ? { givenName: 'common.required' } : {}),
    ...(isPerson ? checkBirth(given.birthDate, today) : {}),
    ...(!isPerson && !given.registrationNumber ? { registrationNumber: 'common.required' } : {}),
    ...(tin !== null && !isTin(tin) ? { tin: 'tax.tinInvalid' } : {}),
    ...(tin !== null && !given.tinCountry ? { tinCountry: 'common.required' } : {}),
    ...(tin === null && !(isPerson && given.birthPlace) ? { tin: 'common.required' } : {}),
  };
  if (Object.keys(wrong).length > 0) return fieldErrors(wrong);
  return ok({
    ...given,
    tin,
    tinCountry: tin === null ? null : given.tinCountry,
    givenName: isPerson ? given.givenName : null,
    birthDate: isPerson ? given.birthDate : null,
    birthPlace: isPerson ? given.birthPlace : null,
    registrationNumber: isPerson ? null : given.registrationNumber,
  });
}

function checkBirth(birthDate: string | null, today: LocalDate): Record<string, ErrorCode> {
  if (!birthDate) return { birthDate: 'common.required' };
  const latest = `${Number(today.slice(0, 4)) - leastAge}${today.slice(4)}`;
  const isPossible = isLocalDate(birthDate) && birthDate >= earliestBirth && birthDate <= latest;
  return isPossible ? {} : { birthDate: 'common.invalidDate' };
}
