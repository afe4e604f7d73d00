import { openOwnClaimFile } from '@/lib/claims/open-file';
import { httpStatusOf } from '@/lib/shared/errors';

export const dynamic = 'force-dynamic';

const headers = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' };

/** Leads to a file of a claim by an address that is the reader's own and over after 300 seconds. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/claims/[claimId]/files/[fileId]'>,
): Promise<Response> {
  const opened = await openOwnClaimFile(await params);
  if (opened.ok) return new Response(null, { status: 303, headers: { ...headers, Location: opened.value } });
  const { code } = opened.error;
  return Response.json({ code }, { status: httpStatusOf(code), headers });
}
