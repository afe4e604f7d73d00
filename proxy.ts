import { randomBytes } from 'node:crypto';
import { NextRequest, NextResponse } from 'next/server';
import createMiddleware from 'next-intl/middleware';
import { themeScript } from '@/components/layout/theme-script';
import { isReadable, isStaticPage } from '@/lib/i18n/page-of';
import { routing } from '@/lib/i18n/routing';
import { contentPolicy, scriptHash } from '@/lib/server/cache/content-policy.mjs';

const chooseLanguage = createMiddleware(routing);
const policyHeader = 'content-security-policy';
/** Anything else is rendered past the page cache. */
const kept = new Set(['GET', 'HEAD']);
/** Stands in the head of every page and is always the same, so that its hash is enough. */
const themeHash = scriptHash(themeScript);

/**
 * Languages and headers only: nothing here protects anything (see lib/access). A page that is made for one request
 * gets a nonce for its scripts, which Next reads from the policy of the request. A static page must not get one: its
 * policy is stored with it (lib/server/cache/complete-page); nor need it part with the window that opened it, which
 * costs a new process before anything is seen and protects nothing where everybody reads the same. An address that
 * cannot be read is answered here.
 */
export function proxy(request: NextRequest): NextResponse {
  if (!isReadable(request.nextUrl.pathname)) return new NextResponse(null, { status: 400 });
  const headers = new Headers(request.headers);
  headers.delete(policyHeader);
  headers.delete(`${policyHeader}-report-only`);
  const isStatic = kept.has(request.method) && isStaticPage(request.nextUrl.pathname);
  const nonce = randomBytes(16).toString('base64');
  const policy = contentPolicy([`'nonce-${nonce}'`, themeHash], process.env);
  if (!isStatic) headers.set(policyHeader, policy);
  const response = chooseLanguage(new NextRequest(request, { headers }));
  if (!isStatic) {
    response.headers.set(policyHeader, policy);
    response.headers.set('cross-origin-opener-policy', 'same-origin');
  }
  if (process.env['APP_URL']?.startsWith('https:'))
    response.headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains');
  return response;
}

export const config = { matcher: '/((?!api|_next|_vercel|.*\\..*).*)' };
