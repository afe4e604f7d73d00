import { z } from 'zod';
import { earlyStart, wallTime } from '@/lib/booking/schema';
import { timeOfDay } from '@/lib/availability/schema';
import { locales } from '@/lib/i18n/routing';
import { isSpeciality } from '@/lib/profiles/rules/specialities';
import { spokenLanguages } from '@/lib/profiles/rules/spoken-languages';
import {
  between,
  textFields,
  typedPrice,
  untitledField,
  vatPercent,
  whole,
  writtenTexts,
} from '@/lib/services/schema';
import { isLocalDate } from '@/lib/shared/time';
import { covers } from './rules/covers';
import { MOST_PLACES } from './rules/seats';

const eventId = z.uuid('common.notFound');
const seatId = z.uuid('common.notFound');
const id = { eventId };

export const eventIdSchema = z.object(id);
export const seatIdSchema = z.object({ seatId });
export const seatOrderSchema = z.object({ seatId, earlyStart });

/** A day and a time of day that may both be left empty. */
const deadline = {
  deadlineDate: z
    .string()
    .optional()
    .transform((text) => text || null)
    .refine((text) => text === null || isLocalDate(text), 'common.invalidDate'),
  deadlineTime: z
    .union([z.literal(''), timeOfDay], 'availability.timeInvalid')
    .optional()
    .transform((minute) => (typeof minute === 'number' ? minute : null)),
};

/** Day and time are those of the provider's clock; a deadline, left empty, is the start. */
const terms = {
  ...wallTime,
  ...deadline,
  durationMinutes: whole('event.durationInvalid', 15, 480),
  price: typedPrice,
  vatPercent,
  minimumSeats: whole('event.minimumInvalid', 1, MOST_PLACES),
  maximumSeats: whole('event.maximumInvalid', 1, MOST_PLACES),
  language: z.enum(spokenLanguages, 'provider.languageUnknown'),
  cover: z.enum(covers, 'common.invalidChoice'),
  /** Which member of an organisation holds it; left empty, the provider itself does. */
  hostId: z.union([z.literal(''), z.uuid('common.invalidChoice')], 'common.invalidChoice').optional(),
};

const isRightWay = ({ minimumSeats, maximumSeats }: Record<string, unknown>) =>
  typeof minimumSeats !== 'number' || typeof maximumSeats !== 'number' || minimumSeats <= maximumSeats;
const isWhole = ({ deadlineDate, deadlineTime }: Record<string, unknown>) =>
  (deadlineDate === null) === (deadlineTime === null);

/** Fields `title-fr`, `description-fr` and so on become one text a language that has a title. */
export const eventSchema = z
  .object({ ...terms, ...textFields })
  .check(
    between(isRightWay, 'event.maximumInvalid', 'maximumSeats'),
    between(isWhole, 'event.deadlineInvalid', 'deadlineDate'),
    ...locales
      .map((locale) => `title-${locale}`)
      .map((field) => between((fields) => untitledField(fields) !== field, 'event.titleMissing', field)),
  )
  .transform((fields) => {
    const {
      date,
      time: minute,
      deadlineDate,
      deadlineTime,
      durationMinutes,
      price,
      vatPercent: vat,
    } = fields;
    const { minimumSeats, maximumSeats, language, cover, hostId } = fields;
    const until =
      deadlineDate !== null && deadlineTime !== null ? { date: deadlineDate, minute: deadlineTime } : null;
    return {
      start: { date, minute },
      deadline: until,
      durationMinutes,
      priceAmount: price,
      vatBps: Math.round(vat * 100),
      minimumSeats,
      maximumSeats,
      language,
      cover,
      ...(hostId && { hostId }),
      texts: writtenTexts(fields),
    };
  });
export type EventInput = z.output<typeof eventSchema>;

export const changeEventSchema = z.looseObject(id).transform((fields, context) => {
  const parsed = eventSchema.safeParse(fields);
  if (parsed.success) return { eventId: fields.eventId, ...parsed.data };
  for (const { message, path } of parsed.error.issues) context.addIssue({ code: 'custom', message, path });
  return z.NEVER;
});

const none = undefined;
/** A day within a time that calendars and the database agree on. */
const day = z.string().refine((text) => isLocalDate(text) && text > '2000' && text < '2200');

/** What stands in the address of the events' calendar; what cannot be read is passed over. */
export const eventSearchSchema = z.object({
  q: z.string().max(200).catch('').default(''),
  speciality: z.string().refine(isSpeciality).optional().catch(none),
  language: z.enum(spokenLanguages).optional().catch(none),
  free: z.literal('1').optional().catch(none),
  from: day.optional().catch(none),
  to: day.optional().catch(none),
  after: z.string().max(500).optional().catch(none),
});
export type EventSearchInput = z.output<typeof eventSearchSchema>;
