import { z } from 'zod';
import { weekSchema } from '@/lib/availability/schema';
import { channels } from '@/lib/availability/rules/terms';
import { locales } from '@/lib/i18n/routing';
import type { ErrorCode } from '@/lib/shared/errors';
import { line, paragraph } from '@/lib/shared/text';
import { isKindOffered } from './rules/kind';
import { parsePrice } from '@/lib/shared/price';

export const whole = (code: ErrorCode, least: number, most: number) =>
  z.coerce.number(code).int(code).min(least, code).max(most, code);

/** A price as it is typed, in minor units (see `parsePrice`). */
export const typedPrice = z.string('service.priceInvalid').transform((text, context) => {
  const parsed = parsePrice(text);
  if (parsed.ok) return parsed.value;
  context.addIssue({ code: 'custom', message: parsed.error.code });
  return z.NEVER;
});
/** Percent as typed, with a comma or a point. */
export const vatPercent = z
  .string('common.invalidNumber')
  .regex(/^\d{1,2}([.,]\d{1,2})?$/, 'common.invalidNumber')
  .transform((text) => Number(text.replace(',', '.')));
const title = line(120).default('');
const description = paragraph(2000).default('');

export const serviceKinds = ['introductory', 'video', 'voice', 'in_person'] as const;
export const confirmationModes = ['request', 'instant'] as const;
export const paymentModes = ['at_booking', 'before_entry', 'off_platform'] as const;

/** What a slot step, left empty, means: the grid of the service's duration. */
const slotStepMinutes = z
  .union([z.literal(''), whole('service.stepInvalid', 5, 480)], 'service.stepInvalid')
  .optional()
  .transform((minutes) => minutes || null);

/** A limit, left empty, means none. */
const limit = z
  .union([z.literal(''), whole('service.limitInvalid', 1, 100)], 'service.limitInvalid')
  .optional()
  .transform((most) => most || null);

const terms = {
  kind: z.enum(serviceKinds, 'common.invalidChoice'),
  durationMinutes: whole('service.durationInvalid', 5, 480),
  price: typedPrice,
  channels: z
    .array(z.enum(channels, 'common.invalidChoice'), 'service.channelMissing')
    .min(1, 'service.channelMissing')
    .transform((list) => [...new Set(list)]),
  bufferBeforeMinutes: whole('service.bufferInvalid', 0, 240),
  bufferAfterMinutes: whole('service.bufferInvalid', 0, 240),
  noticeHours: whole('service.noticeInvalid', 0, 60 * 24),
  horizonDays: whole('service.horizonInvalid', 1, 365),
  slotStepMinutes,
  dailyLimit: limit,
  weeklyLimit: limit,
  packed: z
    .literal('on')
    .optional()
    .transform((value) => value === 'on'),
  confirmationMode: z.enum(confirmationModes, 'common.invalidChoice'),
  paymentMode: z.enum(paymentModes, 'common.invalidChoice').default('at_booking'),
  vatPercent,
};

/** Title and description in each language, as fields of a form. */
export const textFields = {
  ...Object.fromEntries(locales.map((locale) => [`title-${locale}`, title])),
  ...Object.fromEntries(locales.map((locale) => [`description-${locale}`, description])),
};

/** One text a language in which something is written. */
export function writtenTexts(fields: Readonly<Record<string, unknown>>) {
  const read = (name: string) => {
    const text = fields[name];
    return typeof text === 'string' ? text : '';
  };
  return locales
    .map((locale) => ({ locale, title: read(`title-${locale}`), description: read(`description-${locale}`) }))
    .filter((text) => text.title !== '' || text.description !== '');
}

/** Where a title is missing: in the first language that has only a description, or everywhere. */
export function untitledField(fields: Readonly<Record<string, unknown>>): string | null {
  const written = writtenTexts(fields);
  if (written.length === 0) return `title-${locales[0]}`;
  const untitled = written.find((text) => text.title === '');
  return untitled ? `title-${untitled.locale}` : null;
}

/** What is wrong between fields is told together with what is wrong in one of them. */
export function between(
  isRight: (fields: Record<string, unknown>) => boolean,
  message: ErrorCode,
  field: string,
) {
  return z.refine<Record<string, unknown>>(isRight, { message, path: [field], when: () => true });
}

/** Between two limits; what is none was named already. */
function isWeekAboveDay({ dailyLimit, weeklyLimit }: Record<string, unknown>): boolean {
  if (typeof dailyLimit !== 'number' || typeof weeklyLimit !== 'number') return true;
  return weeklyLimit < 1 || weeklyLimit >= dailyLimit;
}

/** The boxes of members that are ticked; none is an empty list. */
const members = z
  .array(z.uuid('common.invalidChoice'))
  .max(100, 'common.invalidChoice')
  .default([])
  .transform((list) => [...new Set(list)]);

/** Fields `title-fr`, `description-fr` and so on become one text a language that has a title. */
export const serviceSchema = z
  .object({ ...terms, ...textFields, members })
  .check(
    between(isWeekAboveDay, 'service.weekBelowDay', 'weeklyLimit'),
    between(({ kind, channels: ways }) => isKindOffered(kind, ways), 'service.kindNotOffered', 'channels'),
    ...locales
      .map((locale) => `title-${locale}`)
      .map((field) => between((fields) => untitledField(fields) !== field, 'service.titleMissing', field)),
  )
  .transform((fields) => ({
    texts: writtenTexts(fields),
    terms: toTerms(fields),
    memberIds: fields.members,
  }));
export type ServiceInput = z.output<typeof serviceSchema>;

type Fields = z.output<z.ZodObject<typeof terms>>;

/** As the database keeps it: minor units, minutes, basis points. */
function toTerms({ price: priceAmount, noticeHours, vatPercent, ...fields }: Fields) {
  const { kind, durationMinutes, channels: ways, bufferBeforeMinutes, bufferAfterMinutes } = fields;
  const { horizonDays, slotStepMinutes: step, packed, confirmationMode, paymentMode } = fields;
  const { dailyLimit, weeklyLimit } = fields;
  return {
    kind,
    durationMinutes,
    priceAmount,
    channels: ways,
    bufferBeforeMinutes,
    bufferAfterMinutes,
    noticeMinutes: noticeHours * 60,
    horizonDays,
    slotStepMinutes: step,
    packed,
    dailyLimit,
    weeklyLimit,
    confirmationMode,
    paymentMode,
    vatBps: Math.round(vatPercent * 100),
  };
}

export const serviceIdSchema = z.object({ serviceId: z.uuid('common.notFound') });
export const changeServiceSchema = z
  .looseObject({ serviceId: z.uuid('common.notFound') })
  .transform((fields, context) => {
    const parsed = serviceSchema.safeParse(fields);
    if (parsed.success) return { serviceId: fields.serviceId, ...parsed.data };
    for (const { message, path } of parsed.error.issues) context.addIssue({ code: 'custom', message, path });
    return z.NEVER;
  });

/** A service and the week as its editor holds it (see `weekSchema`). */
export const previewSchema = z
  .looseObject({ serviceId: z.uuid('common.notFound') })
  .transform((fields, context) => {
    const week = weekSchema.safeParse(fields);
    if (week.success) return { serviceId: fields.serviceId, ...week.data };
    for (const { message, path } of week.error.issues) context.addIssue({ code: 'custom', message, path });
    return z.NEVER;
  });
