import { receiveEvent } from '../receive-event';

export const dynamic = 'force-dynamic';

/** Events of the platform's account. */
export function POST(request: Request): Promise<Response> {
  return receiveEvent('platform', request);
}
