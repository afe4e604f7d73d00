import { pageReply, type Reply, textReply } from '@/sandbox/http/reply';
import type { Incoming } from '@/sandbox/http/server';
import { inboxPage } from '@/sandbox/mail/inbox-page';
import type { StoredMessage } from '@/sandbox/mail/message';
import type { MailStore } from '@/sandbox/mail/store';

function htmlPart(message: StoredMessage): Reply {
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data: http: https:",
    },
    body: message.html.replace(/<head>|<head\s[^>]*>/i, (head) => `${head}<base target="_top">`),
  };
}

function attachmentPart(message: StoredMessage, index: string): Reply {
  const file = message.attachments[Number(index)];
  if (file === undefined) return textReply(404, 'not found');
  return {
    status: 200,
    headers: {
      'content-type': file.contentType,
      'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.filename)}`,
    },
    body: Buffer.from(file.content, 'base64'),
  };
}

/** `/`, `/messages/<id>`, `/messages/<id>/html`, `/messages/<id>/attachments/<n>`. */
export function mailPage(store: MailStore, incoming: Incoming): Reply {
  const to = incoming.query.get('to') ?? '';
  const tab = incoming.query.get('tab') ?? 'html';
  const [root, id, part, index] = incoming.path.split('/').slice(1);
  if (root === '') {
    return pageReply(200, inboxPage({ messages: store.list(to, 200), current: undefined, tab, to }));
  }
  const current = root === 'messages' && id !== undefined ? store.find(id) : undefined;
  if (current === undefined) return textReply(404, 'not found');
  if (part === 'html') return htmlPart(current);
  if (part === 'attachments') return attachmentPart(current, index ?? '');
  return pageReply(200, inboxPage({ messages: store.list(to, 200), current, tab, to }));
}
