export const dynamic = 'force-dynamic';

/** Whether this process answers at all, whatever the database does; for a supervisor that restarts it. */
export function GET(): Response {
  return Response.json({ process: 'up' }, { headers: { 'Cache-Control': 'no-store' } });
}
