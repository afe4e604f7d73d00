import { keepPresence } from '@/lib/rooms/keep-presence';
import { presenceSchema } from '@/lib/rooms/schema';
import { httpStatusOf } from '@/lib/shared/errors';
import { parseJson, readBody } from '@/lib/shared/read-body';

export const dynamic = 'force-dynamic';

const mostBytes = 1000;

/** The session page tells every 20 seconds that its reader is there, and once that they leave. Same origin only. */
export async function POST(request: Request): Promise<Response> {
  const site = request.headers.get('sec-fetch-site');
  if (site && site !== 'same-origin') return Response.json({ code: 'common.forbidden' }, { status: 403 });
  const body = await readBody(request, mostBytes);
  if (body === undefined) return Response.json({ code: 'common.tooLong' }, { status: 413 });
  const parsed = presenceSchema.safeParse(parseJson(body));
  if (!parsed.success) return Response.json({ code: 'common.invalidInput' }, { status: 400 });
  const result = await keepPresence(parsed.data);
  if (!result.ok)
    return Response.json({ code: result.error.code }, { status: httpStatusOf(result.error.code) });
  return Response.json(result.value, { headers: { 'Cache-Control': 'no-store' } });
}
