import { readFeed } from '@/lib/booking/feeds/read-feed';
import { listFeedEvents } from '@/lib/events/feed-events';
import { httpStatusOf } from '@/lib/shared/errors';

export const dynamic = 'force-dynamic';

/** Personal and secret: kept by nobody on the way, and found by no search engine. */
const everyAnswer = { 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' };

/** Whether the program says that it has this very text (RFC 9110, 13.1.2). */
function isKnown(header: string | null, etag: string): boolean {
  return (header ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}

/** A private calendar to subscribe to; its address is the only key. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/calendar/[token]'>,
): Promise<Response> {
  const { token } = await params;
  const feed = await readFeed(token.replace(/\.ics$/, ''), listFeedEvents);
  if (!feed.ok) {
    const { code } = feed.error;
    const wait = code === 'common.rateLimited' ? { 'Retry-After': '3600' } : {};
    return Response.json({ code }, { status: httpStatusOf(code), headers: { ...everyAnswer, ...wait } });
  }
  const { content, etag } = feed.value;
  const headers = { ...everyAnswer, ETag: etag };
  if (isKnown(request.headers.get('if-none-match'), etag))
    return new Response(null, { status: 304, headers });
  return new Response(content, {
    headers: {
      ...headers,
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="consilia.ics"',
    },
  });
}
