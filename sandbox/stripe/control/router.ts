import { z } from 'zod';
import { faultInput } from '@/sandbox/http/faults';
import { inTransaction } from '@/sandbox/http/database';
import { jsonReply, type Reply } from '@/sandbox/http/reply';
import type { Incoming } from '@/sandbox/http/server';
import { internalCall, type Sandbox } from '@/sandbox/stripe/call';
import { bankCalls } from '@/sandbox/stripe/control/bank';
import { seed } from '@/sandbox/stripe/control/seed';
import { seedInput } from '@/sandbox/stripe/control/seed-input';
import {
  countUnfinished,
  enqueueDelivery,
  hurryDeliveries,
  readDeliveryMode,
  writeDeliveryMode,
} from '@/sandbox/stripe/deliveries';
import { takeInvalid } from '@/sandbox/stripe/params/invalid-requests';
import { listRequests } from '@/sandbox/stripe/request-log';
import { renderEvent, renderThinEvent } from '@/sandbox/stripe/resources/event-view';
import { sweepAll } from '@/sandbox/stripe/sweep';
import type { WebhookSender } from '@/sandbox/stripe/webhooks';

type Control = { sandbox: Sandbox; sender: WebhookSender; incoming: Incoming; body: unknown };

const clockInput = z.union([
  z.strictObject({ advanceSeconds: z.int() }),
  z.strictObject({ advanceDays: z.number() }),
  z.strictObject({ set: z.iso.datetime({ offset: true }) }),
]);

function moveClock({ sandbox, body }: Control): object {
  const given = clockInput.parse(body);
  if ('set' in given) sandbox.clock.set(new Date(given.set));
  else
    sandbox.clock.advance(
      'advanceDays' in given ? Math.round(given.advanceDays * 86_400) : given.advanceSeconds,
    );
  inTransaction(sandbox.store.db, () => sweepAll(internalCall(sandbox)));
  return showClock(sandbox);
}

function showClock(sandbox: Sandbox): object {
  return { now: new Date(sandbox.clock.now() * 1000).toISOString() };
}

const modeInput = z.strictObject({
  hold: z.boolean().optional(),
  delayMs: z.int().min(0).optional(),
  copies: z.int().min(1).max(10).optional(),
});

function setDeliveryMode({ sandbox, body }: Control): object {
  const given = modeInput.parse(body);
  const old = readDeliveryMode(sandbox.store);
  const mode = {
    hold: given.hold ?? old.hold,
    delayMs: given.delayMs ?? old.delayMs,
    copies: given.copies ?? old.copies,
  };
  writeDeliveryMode(sandbox.store, mode);
  return mode;
}

async function release({ sender, body }: Control): Promise<object> {
  const { order } = z.strictObject({ order: z.enum(['created', 'reversed']).default('created') }).parse(body);
  return { delivered: await sender.release(order) };
}

function resend({ sandbox, body }: Control): object {
  const { event, copies } = z
    .strictObject({ event: z.string(), copies: z.int().min(1).default(1) })
    .parse(body);
  const record = sandbox.store.events.find(event);
  if (record === undefined) return { queued: 0 };
  const endpoint = record.thin || record.account !== null ? 'connect' : 'platform';
  enqueueDelivery(sandbox.store, event, endpoint, copies);
  return { queued: copies };
}

/**
 * The latest of a type, newest first; with `since` all that were made after that event (`""` is before the first), oldest
 * first.
 */
function listEvents({ sandbox, incoming }: Control): object {
  const type = incoming.query.get('type') ?? '';
  const since = incoming.query.get('since');
  const most = Number(incoming.query.get('limit') ?? 200);
  const { events } = sandbox.store;
  const listed = (since === null ? events.all() : events.since(since)).filter((event) =>
    event.type.includes(type),
  );
  return {
    data: (since === null ? listed.reverse().slice(0, most) : listed).map((event) =>
      event.thin ? renderThinEvent(event) : renderEvent(sandbox.store, event),
    ),
    unfinishedDeliveries: countUnfinished(sandbox.store),
  };
}

const calls: Record<string, (control: Control) => object | Promise<object>> = {
  'GET /_sandbox/clock': ({ sandbox }) => showClock(sandbox),
  'POST /_sandbox/clock': moveClock,
  'POST /_sandbox/fail': ({ sandbox, body }) => {
    sandbox.faults.plan(faultInput.parse(body));
    return { planned: sandbox.faults.list() };
  },
  'POST /_sandbox/webhooks': setDeliveryMode,
  'POST /_sandbox/webhooks/release': release,
  'POST /_sandbox/webhooks/resend': resend,
  'POST /_sandbox/webhooks/hurry': ({ sandbox }) => {
    hurryDeliveries(sandbox.store);
    return { unfinishedDeliveries: countUnfinished(sandbox.store) };
  },
  'GET /_sandbox/events': listEvents,
  'GET /_sandbox/requests': ({ sandbox, incoming }) => ({
    data: listRequests(
      sandbox.store,
      incoming.query.get('path') ?? '',
      Number(incoming.query.get('limit') ?? 200),
    ),
  }),
  ...bankCalls,
  'POST /_sandbox/requests/invalid/take': ({ sandbox }) => ({ data: takeInvalid(sandbox.store) }),
  'POST /_sandbox/seed': ({ sandbox, body }) => seed(sandbox, seedInput.parse(body)),
  'POST /_sandbox/reset': ({ sandbox }) => {
    sandbox.store.reset();
    sandbox.faults.clear();
    return { reset: true };
  },
};

/** Control calls under `/_sandbox/`; reachable from this machine only, as the whole server is. */
export async function handleControl(
  sandbox: Sandbox,
  sender: WebhookSender,
  incoming: Incoming,
): Promise<Reply> {
  const run = calls[`${incoming.method} ${incoming.path}`];
  if (run === undefined) return jsonReply(404, { error: 'unknown control call' });
  try {
    const body: unknown = incoming.body === '' ? {} : JSON.parse(incoming.body);
    return jsonReply(200, await run({ sandbox, sender, incoming, body }));
  } catch (error) {
    return jsonReply(400, { error: error instanceof Error ? error.message : 'failed' });
  }
}
