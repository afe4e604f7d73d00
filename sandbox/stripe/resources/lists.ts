import type { Stripe } from 'stripe';
import type { Page } from '@/sandbox/stripe/store';

export function renderList<R, T>(page: Page<R>, url: string, render: (record: R) => T): Stripe.ApiList<T> {
  return { object: 'list', data: page.items.map(render), has_more: page.hasMore, url };
}
