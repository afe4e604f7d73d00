import { readHealth } from '@/lib/server/health';

export const dynamic = 'force-dynamic';

/** 200 when database and jobs work, 503 otherwise. */
export async function GET(): Promise<Response> {
  const health = await readHealth();
  return Response.json(health, {
    status: health.database === 'up' ? 200 : 503,
    headers: { 'Cache-Control': 'no-store' },
  });
}
