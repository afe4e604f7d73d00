import type { NextRequest } from 'next/server';
import { pagePath } from '@/lib/i18n/page-path';
import { defaultLocale, isLocale } from '@/lib/i18n/routing';
import { readSignedIn } from '@/lib/accounts/read-signed-in';

export const dynamic = 'force-dynamic';

/** Who is signed in, for the neutral header of static pages; 204 for visitors. */
export async function GET(request: NextRequest): Promise<Response> {
  const headers = { 'Cache-Control': 'no-store' };
  const asked = request.nextUrl.searchParams.get('locale');
  const locale = isLocale(asked) ? asked : defaultLocale;
  const account = await readSignedIn();
  if (!account) return new Response(null, { status: 204, headers });
  return Response.json({ name: account.name, href: pagePath(account.home, locale) }, { headers });
}
