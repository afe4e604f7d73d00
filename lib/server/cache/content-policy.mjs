// What a page of ours may load and where its forms may lead. Plain JavaScript: the page cache, which Next loads outside
// its bundles, writes it for static pages, and proxy.ts for all others.
import { createHash } from 'node:crypto';

/** The pages of Stripe to which a form of ours may lead by a redirect: checkout, onboarding, plans. */
const stripePages = [
  'https://checkout.stripe.com',
  'https://connect.stripe.com',
  'https://billing.stripe.com',
];

/** @param {Record<string, string | undefined>} environment */
function paymentOrigins({ STRIPE_API_HOST, STRIPE_API_PORT, STRIPE_API_PROTOCOL = 'http' }) {
  if (!STRIPE_API_HOST) return stripePages;
  return [...new Set([STRIPE_API_HOST, 'localhost'])].map(
    (host) => `${STRIPE_API_PROTOCOL}://${host}${STRIPE_API_PORT ? `:${STRIPE_API_PORT}` : ''}`,
  );
}

/**
 * Where a browser may send a file: the regions of the file service, or its stand-in.
 * @param {Record<string, string | undefined>} environment
 */
function uploadOrigins({ UPLOADTHING_INGEST_URL }) {
  return UPLOADTHING_INGEST_URL
    ? [new URL(UPLOADTHING_INGEST_URL).origin]
    : ['https://*.ingest.uploadthing.com'];
}

/**
 * How a policy names one inline script.
 * @param {string} script
 */
export const scriptHash = (script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

/**
 * The policy of a page. Scripts come from our own files, or are named by nonce or hash; nothing is ever allowed by
 * `unsafe-inline`. Style attributes are how React writes sizes and places, so styles are free. `development` lets
 * React's tools evaluate code.
 * @param {readonly string[]} scripts sources of inline scripts: `'nonce-…'`, `'sha256-…'`
 * @param {Record<string, string | undefined>} environment
 */
export function contentPolicy(scripts, environment) {
  const evaluate = environment.NODE_ENV === 'development' ? ["'unsafe-eval'"] : [];
  return [
    "default-src 'self'",
    ['script-src', "'self'", ...scripts, ...evaluate].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    ["connect-src 'self'", ...uploadOrigins(environment)].join(' '),
    "object-src 'none'",
    "base-uri 'none'",
    ['form-action', "'self'", ...paymentOrigins(environment)].join(' '),
    "frame-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * The hashes of the inline scripts of a finished page. Data blocks (JSON-LD) are no scripts and need none.
 * @param {string} html
 * @returns {string[]}
 */
export function inlineScriptHashes(html) {
  const hashes = new Set();
  for (const [, attributes = '', script = ''] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)) {
    if (/\bsrc=/.test(attributes) || /\btype="application\//.test(attributes)) continue;
    hashes.add(scriptHash(script));
  }
  return [...hashes];
}
