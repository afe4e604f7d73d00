import { z } from 'zod';
import { payoutSchedules } from '@/lib/payments/rules/payout';
import { isPaymentAddress } from '@/lib/payments/rules/payment-address';

export const scheduleSchema = z.object({
  /** `usual` follows the operator. */
  schedule: z
    .enum(['usual', ...payoutSchedules], 'common.invalidChoice')
    .transform((schedule) => (schedule === 'usual' ? null : schedule)),
});
export type ScheduleInput = z.output<typeof scheduleSchema>;

export const paymentAddressSchema = z.object({
  /** Left empty: none. */
  url: z
    .string('payment.addressInvalid')
    .transform((text) => text.trim())
    .refine((text) => text === '' || isPaymentAddress(text), 'payment.addressInvalid')
    .transform((text) => text || null),
});
export type PaymentAddressInput = z.output<typeof paymentAddressSchema>;
