import { pageOf } from '@/lib/i18n/page-of';

/**
 * Where a picked time, or an event, was picked: among those of our own pages, before the zone was confirmed (the address led
 * through registering and comes from its last step), or anywhere else.
 */
export type PickedFrom = 'ourTimes' | 'welcome' | 'elsewhere';

const pagesWithTimes = ['/advisors', '/advisors/[slug]', '/advisors/[slug]/times', '/events/[eventId]'];

/**
 * Read from what the browser says of the request (Fetch Metadata, Referer; none of it can be set by another site). The
 * page that a form was sent from stays the referrer when its answer leads on, so that signing in with an address to go
 * to is `elsewhere`. A browser that says nothing is too, and so is one that only looks ahead.
 */
export function pickedFrom(read: (header: string) => string | null): PickedFrom {
  if (read('sec-fetch-site') !== 'same-origin' || read('sec-purpose')?.includes('prefetch'))
    return 'elsewhere';
  const page = pageOf(pathOf(read('referer')));
  if (page === '/welcome') return 'welcome';
  return pagesWithTimes.some((known) => known === page) ? 'ourTimes' : 'elsewhere';
}

function pathOf(referer: string | null): string {
  return referer && URL.canParse(referer) ? new URL(referer).pathname : '';
}
