import { z } from 'zod';
import { parsePrice } from '@/lib/shared/price';

/** As it is typed, in minor units (see `parsePrice`). */
const amount = z.string('service.priceInvalid').transform((text, context) => {
  const parsed = parsePrice(text);
  if (parsed.ok) return parsed.value;
  context.addIssue({ code: 'custom', message: 'service.priceInvalid' });
  return z.NEVER;
});

export const refundSchema = z.object({ paymentId: z.uuid('common.notFound'), amount });
export const ownMoneySchema = z.object({ amount });
export const debtSchema = z.object({ debtId: z.uuid('common.notFound') });
export const paymentSearchSchema = z.object({ q: z.string().max(100).catch('') });
