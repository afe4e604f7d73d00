import { inTransaction } from '@/sandbox/http/database';
import { pageReply, redirectReply, type Reply, textReply } from '@/sandbox/http/reply';
import type { Incoming } from '@/sandbox/http/server';
import { changeSubscription, collectInvoice } from '@/sandbox/stripe/billing/invoice-flow';
import type { PortalRecord, SubscriptionRecord } from '@/sandbox/stripe/billing/records';
import { type Call, internalCall, type Sandbox } from '@/sandbox/stripe/call';
import { cardOf } from '@/sandbox/stripe/cards';
import { checkFields, type CheckoutProblem, readFields } from '@/sandbox/stripe/pages/checkout-form';
import { pickLocale } from '@/sandbox/stripe/pages/locale';
import { type PortalView, portalPage } from '@/sandbox/stripe/pages/portal-page';
import { attachPaymentMethod, createPaymentMethod } from '@/sandbox/stripe/resources/payment-methods';
import { sweep } from '@/sandbox/stripe/sweep';

type Visit = { call: Call; portal: PortalRecord; incoming: Incoming };

function subscriptionOf({ call, portal }: Visit): SubscriptionRecord | undefined {
  return call.store.subscriptions
    .where('customer', portal.customer)
    .findLast(({ status }) => status !== 'canceled');
}

function show(visit: Visit, problems: ReadonlySet<CheckoutProblem> = new Set(), isRefused = false): Reply {
  const { call, portal, incoming } = visit;
  const view: PortalView = {
    portal,
    locale: pickLocale(portal.locale, incoming.headers['accept-language']),
    subscription: subscriptionOf(visit),
    invoices: call.store.invoices.where('customer', portal.customer).toReversed(),
    fields: readFields(new URLSearchParams(incoming.body)),
    problems,
    isRefused,
  };
  return pageReply(200, portalPage(call.store, view));
}

const again = ({ portal }: Visit): Reply => redirectReply(`/p/session/${portal.id}`);

/** Cancels at the end of the period, or takes that back. */
function setCancel(visit: Visit, cancels: boolean): Reply {
  const subscription = subscriptionOf(visit);
  if (subscription) {
    const schedule = subscription.schedule;
    const kept = schedule === null ? undefined : visit.call.store.schedules.find(schedule);
    if (kept) visit.call.store.schedules.save({ ...kept, status: 'released', releasedAt: visit.call.now });
    changeSubscription(visit.call, subscription, {
      cancelAtPeriodEnd: cancels,
      canceledAt: cancels ? visit.call.now : null,
      schedule: null,
    });
  }
  return again(visit);
}

/** A new card for what is due from now on; what is open is tried with it at once. */
function changeCard(visit: Visit): Reply {
  const { call, portal, incoming } = visit;
  const customer = call.store.customers.find(portal.customer);
  const fields = readFields(new URLSearchParams(incoming.body));
  const checked = checkFields(fields, customer?.email ?? null, new Date(call.now * 1000));
  if ('problems' in checked) return show(visit, checked.problems);
  if (cardOf(checked.entry.number).attach || customer === undefined) return show(visit, new Set(), true);
  const method = call.store.paymentMethods.save({
    ...createPaymentMethod(call, checked.entry),
    setUp: true,
  });
  attachPaymentMethod(call, method, customer);
  call.store.customers.save({ ...customer, defaultPaymentMethod: method.id });
  const subscription = subscriptionOf(visit);
  if (subscription) changeSubscription(call, subscription, { paymentMethod: method.id });
  for (const invoice of call.store.invoices.where('customer', customer.id))
    if (invoice.status === 'open') collectInvoice(call, invoice);
  return again(visit);
}

/** `/p/session/<id>`: the customer's own page about subscription, card and invoices. */
export function portalPages(sandbox: Sandbox, incoming: Incoming): Reply {
  return inTransaction(sandbox.store.db, () => {
    const call = internalCall(sandbox);
    sweep(call);
    const portal = sandbox.store.portals.find(incoming.path.split('/')[3] ?? '');
    if (portal === undefined) return textReply(404, 'not found');
    const visit = { call, portal, incoming };
    if (incoming.method !== 'POST') return show(visit);
    const wanted = new URLSearchParams(incoming.body).get('do');
    if (wanted === 'cancel' || wanted === 'resume') return setCancel(visit, wanted === 'cancel');
    return wanted === 'card' ? changeCard(visit) : show(visit);
  });
}
