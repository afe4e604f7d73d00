import { z } from 'zod';
import { channels } from '@/lib/availability/rules/terms';
import { timeOfDay } from '@/lib/availability/schema';
import { outcomes } from '@/lib/booking/rules/outcome';
import { typedPrice } from '@/lib/services/schema';
import { line, paragraph } from '@/lib/shared/text';
import { isLocalDate } from '@/lib/shared/time';

const bookingId = z.uuid('common.notFound');
const reason = paragraph(1000)
  .optional()
  .transform((text) => text || null);

/** Times that calendars and the database can reckon with; what lies outside is a slip or an attack. */
const years = { first: new Date('2000-01-01T00:00:00Z'), end: new Date('2201-01-01T00:00:00Z') };
const start = z.iso
  .datetime({ error: 'common.invalidDate', offset: true })
  .transform((text) => new Date(text))
  .refine((at) => at >= years.first && at < years.end, 'common.invalidDate');

export const holdSchema = z.object({
  serviceId: z.uuid('common.notFound'),
  start,
  channel: z.enum(channels, 'booking.channelNotOffered').optional(),
  /** Of an organisation the member who is asked for; without it whoever's turn it is. */
  member: z
    .union([z.literal(''), z.uuid('common.notFound')], 'common.notFound')
    .transform((id) => id || undefined)
    .optional(),
});
export type HoldInput = z.output<typeof holdSchema>;

export const bookingSchema = z.object({ bookingId });
export type BookingInput = z.output<typeof bookingSchema>;

/** That the service begins before the period of withdrawal ends is asked for. */
export const earlyStart = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on');

export const orderSchema = z.object({
  bookingId,
  note: reason,
  channel: z.enum(channels, 'booking.channelNotOffered').optional(),
  /** The card is stored and charged later. */
  cardConsent: z
    .literal('on')
    .optional()
    .transform((value) => value === 'on'),
  earlyStart,
});
type Ordered = z.output<typeof orderSchema>;
export type OrderInput = Omit<Ordered, 'cardConsent' | 'earlyStart'> &
  Partial<Pick<Ordered, 'cardConsent' | 'earlyStart'>>;

/** One of several times; a form in which none is ticked sends nothing. */
const pickedStart = z.preprocess(
  (text) => (text === '' ? undefined : text),
  z.string('booking.timeMissing').pipe(start),
);
export const rescheduleSchema = z.object({ bookingId, start: pickedStart, message: reason });
/** A day and a time of day as they stand on the provider's clocks; the end of a day is no start. */
export const wallTime = {
  date: z.string('common.required').min(1, 'common.required').refine(isLocalDate, 'common.invalidDate'),
  time: timeOfDay.refine((minute) => minute < 24 * 60, 'availability.timeInvalid'),
};
export const wallRescheduleSchema = z
  .object({ bookingId, ...wallTime, message: reason })
  .transform(({ time: minute, ...rest }) => ({ ...rest, minute }));
export type WallRescheduleInput = z.output<typeof wallRescheduleSchema>;
export type RescheduleInput = z.output<typeof rescheduleSchema>;
export const outcomeSchema = z.object({ bookingId, outcome: z.enum(outcomes, 'common.invalidChoice') });
export type OutcomeInput = z.output<typeof outcomeSchema>;

export const reasonSchema = z.object({ bookingId, reason });
export type ReasonInput = z.output<typeof reasonSchema>;

const proposalFields = {
  clientId: z.uuid('common.notFound'),
  serviceId: z.uuid('common.notFound'),
  /** Of an organisation the member who gives it. */
  member: z.uuid('common.notFound').optional(),
  /** Left empty, it is called like the service. */
  title: line(120)
    .optional()
    .transform((text) => text || null),
  ...wallTime,
  durationMinutes: z.coerce
    .number('service.durationInvalid')
    .int('service.durationInvalid')
    .min(5, 'service.durationInvalid')
    .max(480, 'service.durationInvalid'),
  price: typedPrice,
  channel: z.enum(channels, 'service.channelMissing'),
  message: reason,
  /** Agreed upon elsewhere: nobody is asked again. */
  isAgreed: z
    .literal('on')
    .optional()
    .transform((value) => value === 'on'),
};

const isFreeIfAgreed = ({ isAgreed, price }: { isAgreed?: unknown; price?: unknown }) =>
  isAgreed !== true || typeof price !== 'number' || price === 0;

/** Day and time of day on the provider's clock; the end of a day is no start. What is wrong is told all at once. */
export const proposalSchema = z
  .object(proposalFields)
  .check(z.refine(isFreeIfAgreed, { message: 'booking.agreedNotFree', path: ['price'], when: () => true }));
export type ProposalInput = z.output<typeof proposalSchema>;
