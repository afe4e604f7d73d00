import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { completePage, isWorthKeeping } from './complete-page.mjs';
import { contentPolicy, inlineScriptHashes } from './content-policy.mjs';
import { easeScripts } from './page-scripts.mjs';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const page = (html: string) => ({
  kind: 'APP_PAGE',
  html,
  status: 200,
  headers: { 'x-next-cache-tags': 'a' },
});

describe('completePage', () => {
  it('names the inline scripts of the page by their hashes, and no others', () => {
    const data = page(
      '<script>one()</script><script id="_R_">two("<b>")</script><script src="/a.js" async=""></script>' +
        '<script type="application/ld+json">{}</script>',
    );
    completePage(data, {});
    expect(data.headers).toMatchObject({
      'x-next-cache-tags': 'a',
      'content-security-policy': expect.stringContaining(
        `script-src 'self' ${hash('one()')} ${hash('two("<b>")')};`,
      ),
    });
    expect(data.status).toBe(200);
    expect(isWorthKeeping(data)).toBe(true);
  });

  it('answers 404 for a page that says that nothing is here, and does not keep it', () => {
    const data = page('<head><meta name="status" content="404"/></head>');
    completePage(data, {});
    expect(data.status).toBe(404);
    expect(isWorthKeeping(data)).toBe(false);
  });

  it('leaves everything else as it is', () => {
    const data = { kind: 'FETCH', data: { body: '{}' } };
    completePage(data, {});
    expect(data).toEqual({ kind: 'FETCH', data: { body: '{}' } });
    completePage(null, {});
    expect([data, null, { kind: 'FETCH', data: { body: 'null' } }].map(isWorthKeeping)).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('easeScripts', () => {
  const framework =
    '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>' +
    '<script src="/_next/static/chunks/a.js" async=""></script>' +
    '<script src="/_next/static/chunks/b.js" id="_R_" async=""></script>' +
    '<script src="/_next/static/chunks/old.js" noModule=""></script>';
  const tree =
    '<script>(self.__next_f=self.__next_f||[]).push([0])</script><script>self.__next_f.push([1,"x"])</script>';
  const begin =
    '<script id="_R_">(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":[]});</script>';
  const theme = '<script>theme()</script>';
  const frame = (body: string) =>
    `<html><head>${theme}${framework}</head><body>${body}${begin}${tree}</body></html>`;

  it('leaves the framework out of a page that does not need it, and completes the page without it', () => {
    const html = easeScripts(frame('<p>Hello</p>'));
    expect(html).not.toMatch(/_next|TURBOPACK/);
    expect(html).toContain(theme);
    expect(html).toMatch(/data-session[^<]*<\/script><\/body>/);
  });

  it('puts it off on a page that needs it, with everything it will ask for', () => {
    const html = easeScripts(frame('<aside data-needs-script=""></aside>'));
    expect(html).toContain('<script data-later="/_next/static/chunks/b.js" id="_R_" async=""></script>');
    expect(html).toContain(begin + tree);
    expect(html.match(/<script src=[^>]*>/g)).toEqual([
      '<script src="/_next/static/chunks/old.js" noModule="">',
    ]);
    expect(html).not.toContain('preload');
  });

  it('leaves what is no whole page as it is', () => {
    expect(easeScripts(framework)).toBe(framework);
  });

  it('is named in the policy with what it adds', () => {
    const data = page(frame('<p>Hello</p>'));
    completePage(data, {});
    const [added = ''] = inlineScriptHashes(data.html).slice(-1);
    expect(data.headers).toMatchObject({ 'content-security-policy': expect.stringContaining(added) });
  });
});

describe('contentPolicy', () => {
  it('never allows inline scripts as such, nor foreign places for forms but the payment service', () => {
    const policy = contentPolicy(inlineScriptHashes('<script>x</script>'), {});
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(policy).toContain("form-action 'self' https://checkout.stripe.com https://connect.stripe.com");
    expect(policy).toContain("object-src 'none'; base-uri 'none'");
    expect(contentPolicy([], { STRIPE_API_HOST: '127.0.0.1', STRIPE_API_PORT: '3001' })).toContain(
      "form-action 'self' http://127.0.0.1:3001 http://localhost:3001;",
    );
  });

  it('lets the browser send to us and to the file service only', () => {
    expect(contentPolicy([], {})).toContain("; connect-src 'self' https://*.ingest.uploadthing.com;");
    expect(contentPolicy([], { UPLOADTHING_INGEST_URL: 'http://localhost:3004/x' })).toContain(
      "; connect-src 'self' http://localhost:3004;",
    );
  });
});
