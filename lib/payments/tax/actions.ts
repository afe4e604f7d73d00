'use server';

import { defineAction } from '@/lib/server/action';
import { changeTaxData } from './change-tax-data';
import { checkVatId } from './check-vat-id';
import { taxDataSchema, vatIdCheckSchema } from './schema';

export const changeTaxDataAction = defineAction({ input: taxDataSchema, run: changeTaxData });

export const checkVatIdAction = defineAction({ input: vatIdCheckSchema, run: checkVatId });
