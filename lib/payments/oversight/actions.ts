'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/server/action';
import { writeOffDebt } from '../debts/write-off-debt';
import { takeOwnMoney } from '../own-payout/take-own-money';
import { askForCheck } from '../reconciliation/ask-for-check';
import { refundByAdmin } from '../refunds/refund-by-admin';
import { debtSchema, ownMoneySchema, refundSchema } from './schema';

export const refundByAdminAction = defineAction({ input: refundSchema, run: refundByAdmin });
export const takeOwnMoneyAction = defineAction({ input: ownMoneySchema, run: takeOwnMoney });
export const writeOffDebtAction = defineAction({ input: debtSchema, run: writeOffDebt });
export const askForCheckAction = defineAction({ input: z.object({}), run: (actor) => askForCheck(actor) });
