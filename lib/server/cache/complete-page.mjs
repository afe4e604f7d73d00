// What a static page still lacks when it has been rendered. Plain JavaScript, as the page cache that calls it.
import { contentPolicy, inlineScriptHashes } from './content-policy.mjs';
import { easeScripts } from './page-scripts.mjs';

/** Written by pages that say that there is nothing here (components/layout/missing-page). */
const missingMark = /<meta name="status" content="404"\s*\/?>/;

/**
 * Gives a static page, before it is stored and answered, what only the finished text can tell:
 * - its scripts, where it needs any, out of the way of what is read (page-scripts);
 * - its content security policy, with the hashes of its inline scripts: a nonce would have to be new for each request,
 *   and the page would not be static;
 * - the status 404 when it says that nothing is here. `notFound()` would answer with an empty page that only scripts
 *   fill, and people without scripts would read nothing;
 * - `no-cache`: browsers ask each time, and a change is seen within two seconds; an unchanged page answers 304.
 * @param {any} data what Next hands to its cache; null, data of reads and routes stay as they are
 * @param {Record<string, string | undefined>} environment
 */
export function completePage(data, environment) {
  if (data?.kind !== 'APP_PAGE' || typeof data.html !== 'string') return;
  data.html = easeScripts(data.html);
  data.headers = {
    ...data.headers,
    'content-security-policy': contentPolicy(inlineScriptHashes(data.html), environment),
    'cache-control': 'no-cache',
  };
  if (missingMark.test(data.html)) data.status = 404;
}

/**
 * Nothing is stored of what is not there: addresses that lead nowhere are without number.
 * @param {any} data
 */
export function isWorthKeeping(data) {
  if (data === null) return false;
  if (data.kind === 'APP_PAGE') return data.status !== 404;
  return !(data.kind === 'FETCH' && data.data?.body === 'null');
}
