import { z } from 'zod';

const leave = z.boolean().optional();

/** Somebody is there, or leaves: in the room of a booking or of an event. */
export const presenceSchema = z.union([
  z.object({ bookingId: z.uuid('common.notFound'), leave }),
  z.object({ eventId: z.uuid('common.notFound'), leave }),
]);
export type PresenceInput = z.output<typeof presenceSchema>;
