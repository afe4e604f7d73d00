import { z } from 'zod';
import { channels } from '@/lib/availability/rules/terms';
import { parseTimeOfDay } from '@/lib/availability/rules/weekly-ranges';
import type { ErrorCode } from '@/lib/shared/errors';
import { parsePrice } from '@/lib/shared/price';
import type { Result } from '@/lib/shared/result';
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
});
export type HoldInput = z.output<typeof holdSchema>;

export const bookingSchema = z.object({ bookingId });
export type BookingInput = z.output<typeof bookingSchema>;

export const orderSchema = z.object({
  bookingId,
  note: reason,
  channel: z.enum(channels, 'booking.channelNotOffered').optional(),
});
export type OrderInput = z.output<typeof orderSchema>;

export const reasonSchema = z.object({ bookingId, reason });
export type ReasonInput = z.output<typeof reasonSchema>;

/** A text read by a rule of ours, which says what is wrong with it. */
const readBy = <T>(read: (text: string) => Result<T>, missing: ErrorCode) =>
  z.string(missing).transform((text, context) => {
    const value = read(text);
    if (value.ok) return value.value;
    context.addIssue({ code: 'custom', message: value.error.code });
    return z.NEVER;
  });

const proposalFields = {
  clientId: z.uuid('common.notFound'),
  serviceId: z.uuid('common.notFound'),
  /** Left empty, it is called like the service. */
  title: line(120)
    .optional()
    .transform((text) => text || null),
  date: z.string('common.required').refine(isLocalDate, 'common.invalidDate'),
  time: readBy(parseTimeOfDay, 'availability.timeInvalid').refine(
    (minute) => minute < 24 * 60,
    'availability.timeInvalid',
  ),
  durationMinutes: z.coerce
    .number('service.durationInvalid')
    .int('service.durationInvalid')
    .min(5, 'service.durationInvalid')
    .max(480, 'service.durationInvalid'),
  price: readBy(parsePrice, 'service.priceInvalid'),
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
