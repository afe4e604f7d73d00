import type { Readable } from 'node:stream';
import type { Html } from '@/sandbox/http/html';

/** What a sandbox handler answers. `cut` drops the connection without an answer; a stream is kept open until it ends. */
export type Reply = {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer | Readable;
  cut?: boolean;
};

export function jsonReply(status: number, value: unknown, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(value, null, 2),
  };
}

export function pageReply(status: number, page: Html): Reply {
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; img-src 'self' data: https: http:; frame-src 'self'; base-uri 'none'",
    },
    body: page.markup,
  };
}

export function redirectReply(location: string): Reply {
  return { status: 303, headers: { location, 'cache-control': 'no-store' }, body: '' };
}

export function textReply(status: number, body: string): Reply {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
}

/** The connection breaks: the caller cannot know whether its request had an effect. */
export const cutReply: Reply = { status: 0, headers: {}, body: '', cut: true };
