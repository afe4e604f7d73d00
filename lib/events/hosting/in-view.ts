import type { Practice } from '@/lib/access/actor';
import type { EventsOf } from './repository';

type Viewer = { provider: Pick<Practice, 'id' | 'kind'>; memberOf: readonly string[] };

/**
 * Events of the practice in view: of an organisation all, or those that one member holds; of a specialist the own ones,
 * and those that they hold at the organisations where they are a member now.
 */
export function inView({ provider: { id, kind }, memberOf }: Viewer, member?: string): EventsOf {
  return kind === 'organisation'
    ? { providerIds: [id], hostId: member }
    : { providerIds: [id, ...memberOf], hostId: id };
}
