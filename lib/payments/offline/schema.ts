import { z } from 'zod';
import { parsePrice } from '@/lib/shared/price';

const paymentId = z.uuid('common.notFound');

export const recordSchema = z.object({
  paymentId,
  /** As it is typed, in minor units (see `parsePrice`). */
  amount: z.string('payment.recordedTooMuch').transform((text, context) => {
    const parsed = parsePrice(text);
    if (parsed.ok) return parsed.value;
    context.addIssue({ code: 'custom', message: 'payment.recordedTooMuch' });
    return z.NEVER;
  }),
});
export const takeOutSchema = z.object({ paymentId, recordId: z.uuid('common.notFound') });
