import type { PracticeStatus } from '@/lib/access/actor';
import { wrongTimes } from '@/lib/events/rules/terms';
import type { ErrorCode } from '@/lib/shared/errors';

type Draft = {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly bookUntil: Date;
  readonly maximumSeats: number;
};
type Seller = { readonly status: PracticeStatus; readonly allowedPlaces: number };

/**
 * What keeps a draft from being put on sale now, the most important first: the profile is not public
 * (`provider.notBookable`), the start or the deadline is over, there are more places than the provider may have.
 */
export function missingToPublish(draft: Draft, { status, allowedPlaces }: Seller, now: Date): ErrorCode[] {
  return [
    ...(status === 'published' ? [] : ['provider.notBookable' as const]),
    ...Object.values(wrongTimes(draft, now)),
    ...(draft.maximumSeats > allowedPlaces ? ['event.tooManyPlaces' as const] : []),
  ];
}
