import { z } from 'zod';
import type { Call } from '@/sandbox/stripe/call';
import { countPending } from '@/sandbox/stripe/deliveries';
import { missingObject, StripeFault } from '@/sandbox/stripe/errors';
import { flag, integer, none, paging, text } from '@/sandbox/stripe/inputs';
import type { EventRecord, SnapshotEventRecord, ThinEventRecord } from '@/sandbox/stripe/records';
import { renderEvent, renderThinEvent } from '@/sandbox/stripe/resources/event-view';
import { defineRoute, type Route } from '@/sandbox/stripe/router';

const v1List = z.strictObject({
  ...paging,
  type: text.optional(),
  types: z.array(text).max(20).optional(),
  delivery_success: flag.optional(),
});

/** Whether an event reached the app; a list may ask for those that did not. */
function isWanted(call: Call, event: EventRecord, delivered: boolean | undefined): boolean {
  return delivered === undefined || delivered === (countPending(call.store, event.id) === 0);
}

function matches(type: string, patterns: string[] | undefined): boolean {
  return (
    patterns === undefined ||
    patterns.some((pattern) =>
      pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern,
    )
  );
}

/** Pages through events until enough match: types and thinness are not columns. */
function collect<T extends EventRecord>(
  call: Call,
  query: {
    limit: number;
    startingAfter?: string | undefined;
    endingBefore?: string | undefined;
    created?: object | undefined;
  },
  keep: (event: EventRecord) => event is T,
): { items: T[]; hasMore: boolean } {
  const items: T[] = [];
  let cursor = query.startingAfter;
  for (;;) {
    const page = call.store.events.page({
      account: call.account,
      limit: 200,
      startingAfter: query.endingBefore === undefined ? cursor : undefined,
      endingBefore: query.endingBefore,
      created: query.created,
    });
    for (const event of page.items) if (keep(event)) items.push(event);
    if (!page.hasMore || items.length > query.limit || query.endingBefore !== undefined) {
      return { items: items.slice(0, query.limit), hasMore: items.length > query.limit };
    }
    cursor = page.items.at(-1)?.id;
  }
}

const v2List = z.strictObject({
  limit: integer.default(20),
  object_id: text.optional(),
  types: z.array(text).optional(),
  page: text.optional(),
});

export const eventRoutes: Route[] = [
  defineRoute('GET', '/v1/events', v1List, (call, _path, given) => {
    const patterns = given.types ?? (given.type === undefined ? undefined : [given.type]);
    const page = collect(
      call,
      { ...given, startingAfter: given.starting_after, endingBefore: given.ending_before },
      (event): event is SnapshotEventRecord =>
        !event.thin && matches(event.type, patterns) && isWanted(call, event, given.delivery_success),
    );
    return {
      object: 'list',
      data: page.items.map((event) => renderEvent(call.store, event)),
      has_more: page.hasMore,
      url: '/v1/events',
    };
  }),
  defineRoute('GET', '/v1/events/:id', none, (call, path) => {
    const event = call.store.events.find(path.id);
    if (event === undefined || event.thin || event.account !== call.account)
      throw missingObject('event', path.id);
    return renderEvent(call.store, event);
  }),
  defineRoute('GET', '/v2/core/events', v2List, (call, _path, given) => {
    const page = collect(
      call,
      { limit: given.limit, startingAfter: given.page },
      (event): event is ThinEventRecord =>
        event.thin &&
        matches(event.type, given.types) &&
        (given.object_id === undefined || event.subject === given.object_id),
    );
    const next = page.hasMore ? `/v2/core/events?limit=${given.limit}&page=${page.items.at(-1)?.id}` : null;
    return { data: page.items.map(renderThinDetail), next_page_url: next, previous_page_url: null };
  }),
  defineRoute('GET', '/v2/core/events/:id', none, (call, path) => {
    const event = call.store.events.find(path.id);
    if (event === undefined || !event.thin) {
      throw new StripeFault(404, {
        type: 'invalid_request_error',
        code: 'not_found',
        message: `No such event: '${path.id}'`,
      });
    }
    return renderThinDetail(event);
  }),
];

function renderThinDetail(event: ThinEventRecord): object {
  return { ...renderThinEvent(event), data: event.body.data ?? {} };
}
