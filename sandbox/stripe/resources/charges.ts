import { z } from 'zod';
import { missingObject } from '@/sandbox/stripe/errors';
import { none, paging, text } from '@/sandbox/stripe/inputs';
import { renderCharge } from '@/sandbox/stripe/resources/charge-view';
import { renderList } from '@/sandbox/stripe/resources/lists';
import { defineRoute, type Route } from '@/sandbox/stripe/router';

const listInput = z.strictObject({
  ...paging,
  customer: text.optional(),
  payment_intent: text.optional(),
  transfer_group: text.optional(),
});

export const chargeRoutes: Route[] = [
  defineRoute('GET', '/v1/charges', listInput, (call, _path, given) => {
    const page = call.store.charges.page({
      account: call.account,
      limit: given.limit,
      startingAfter: given.starting_after,
      endingBefore: given.ending_before,
      created: given.created,
      match: { customer: given.customer, intent: given.payment_intent, transferGroup: given.transfer_group },
    });
    return renderList(page, '/v1/charges', (charge) => renderCharge(call.store, charge));
  }),
  defineRoute('GET', '/v1/charges/:id', none, (call, path) => {
    const charge = call.store.charges.find(path.id);
    if (charge === undefined || charge.account !== call.account) throw missingObject('charge', path.id);
    return renderCharge(call.store, charge);
  }),
];
