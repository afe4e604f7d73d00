'use server';

import { defineAction } from '@/lib/server/action';
import { changePaymentAddress, choosePayoutSchedule } from './change-settings';
import { paymentAddressSchema, scheduleSchema } from './schema';

export const choosePayoutScheduleAction = defineAction({ input: scheduleSchema, run: choosePayoutSchedule });
export const changePaymentAddressAction = defineAction({
  input: paymentAddressSchema,
  run: changePaymentAddress,
});
