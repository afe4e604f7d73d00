import { keepPresence } from '@/lib/rooms/keep-presence';
import { presenceSchema } from '@/lib/rooms/schema';
import { httpStatusOf } from '@/lib/shared/errors';

export const dynamic = 'force-dynamic';

/** The session page tells every 20 seconds that its reader is there, and once that they leave. Same origin only. */
export async function POST(request: Request): Promise<Response> {
  const site = request.headers.get('sec-fetch-site');
  if (site && site !== 'same-origin') return Response.json({ code: 'common.forbidden' }, { status: 403 });
  const parsed = presenceSchema.safeParse(await request.json().catch(() => null));
  if (!parsed.success) return Response.json({ code: 'common.invalidInput' }, { status: 400 });
  const result = await keepPresence(parsed.data);
  if (!result.ok)
    return Response.json({ code: result.error.code }, { status: httpStatusOf(result.error.code) });
  return Response.json(result.value, { headers: { 'Cache-Control': 'no-store' } });
}
