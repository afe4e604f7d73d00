import { receiveEvent } from '../receive-event';

export const dynamic = 'force-dynamic';

/** Events of connected accounts. */
export function POST(request: Request): Promise<Response> {
  return receiveEvent('connect', request);
}
