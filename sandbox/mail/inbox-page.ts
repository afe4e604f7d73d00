import { type Html, html, trusted } from '@/sandbox/http/html';
import { themeCss } from '@/sandbox/http/theme';
import type { StoredMessage } from '@/sandbox/mail/message';

const css = `
.frame{display:grid;grid-template-columns:minmax(0,24rem) minmax(0,1fr);min-height:100vh}
.list{border-right:1px solid var(--line);background:var(--surface);padding:1.5rem 0}
.list header{padding:0 1.5rem 1rem;display:grid;gap:0.75rem}
.list form{display:flex;gap:0.5rem}.list input{flex:1;min-width:0;height:2.25rem;padding:0 0.75rem;border:1px solid var(--line-strong);border-radius:0.625rem;background:var(--paper);font:inherit}
.list ol{list-style:none;margin:0;padding:0}
.list li a{display:grid;gap:0.125rem;padding:0.75rem 1.5rem;border-top:1px solid var(--line);color:inherit;text-decoration:none}
.list li a:hover{background:var(--sunken)}.list li a[aria-current]{background:var(--accent-soft);box-shadow:inset 3px 0 0 var(--accent)}
.list b{font-weight:500;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.list span{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.message{padding:clamp(1.25rem,0.5rem + 3vw,2.5rem);display:grid;gap:1.25rem;align-content:start;min-width:0}
.message dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:0.25rem 1rem;margin:0}
.message dt{color:var(--ink-3)}.message dd{margin:0;overflow-wrap:anywhere}
.tabs{display:flex;gap:1.25rem;border-bottom:1px solid var(--line)}
.tabs a{padding:0.5rem 0;text-decoration:none;color:var(--ink-2)}.tabs a[aria-current]{color:var(--accent-ink);box-shadow:inset 0 -2px 0 var(--accent);font-weight:500}
iframe{width:100%;height:70vh;border:1px solid var(--line);border-radius:0.875rem;background:#fff}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--surface);border:1px solid var(--line);border-radius:0.875rem;padding:1.25rem;margin:0;font:0.875rem/1.6 ui-monospace,monospace}
.files{display:flex;flex-wrap:wrap;gap:0.5rem;padding:0;margin:0;list-style:none}
.empty{padding:3rem 1.5rem;color:var(--ink-3)}
@media (max-width:48rem){.frame{grid-template-columns:1fr}.list{border-right:0;border-bottom:1px solid var(--line)}.with-message .list{display:none}.without-message .message{display:none}}
@media (min-width:48.01rem){.back{display:none}}
`;

function when(message: StoredMessage): string {
  return `${message.created.slice(0, 10)} ${message.created.slice(11, 16)} UTC`;
}

function queryOf(to: string): string {
  return to === '' ? '' : `?to=${encodeURIComponent(to)}`;
}

function listItem(message: StoredMessage, current: StoredMessage | undefined, to: string): Html {
  return html`<li><a href="/messages/${message.id}${queryOf(to)}" ${
    message.id === current?.id ? trusted('aria-current="true"') : ''
  }><b>${message.subject}</b><span>${message.to.join(', ')}</span><span class="meta tnum">${when(message)}</span></a></li>`;
}

function bodyOf(message: StoredMessage, tab: string): Html {
  if (tab === 'text') return html`<pre>${message.text === '' ? '(no text part)' : message.text}</pre>`;
  if (tab === 'headers') {
    return html`<pre>${JSON.stringify({ headers: message.headers, tags: message.tags }, null, 2)}</pre>`;
  }
  return html`<iframe title="Message" sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation" src="/messages/${message.id}/html"></iframe>`;
}

function tabLink(message: StoredMessage, tab: string, current: string, label: string, to: string): Html {
  const href = `/messages/${message.id}?tab=${tab}${to === '' ? '' : `&to=${encodeURIComponent(to)}`}`;
  return html`<a href="${href}" ${tab === current ? trusted('aria-current="page"') : ''}>${label}</a>`;
}

function messageView(message: StoredMessage, tab: string, to: string): Html {
  return html`<p class="back" style="margin:0"><a href="/${queryOf(to)}">All messages</a></p>
<h1>${message.subject}</h1>
<dl class="meta"><dt>From</dt><dd>${message.from}</dd><dt>To</dt><dd>${message.to.join(', ')}</dd>
${message.replyTo.length > 0 && html`<dt>Reply to</dt><dd>${message.replyTo.join(', ')}</dd>`}
<dt>Sent</dt><dd class="tnum">${when(message)}</dd></dl>
${
  message.attachments.length > 0 &&
  html`<ul class="files">${message.attachments.map(
    (file, index) =>
      html`<li><a class="button quiet" href="/messages/${message.id}/attachments/${index}">${file.filename}</a></li>`,
  )}</ul>`
}
<nav class="tabs" aria-label="Parts">${tabLink(message, 'html', tab, 'HTML', to)}${tabLink(message, 'text', tab, 'Text', to)}${tabLink(message, 'headers', tab, 'Headers', to)}</nav>
${bodyOf(message, tab)}`;
}

/** The inbox: a list, and beside it (on a phone instead of it) the chosen message. */
export function inboxPage(view: {
  messages: StoredMessage[];
  current: StoredMessage | undefined;
  tab: string;
  to: string;
}): Html {
  const { messages, current, tab, to } = view;
  const list = html`<span class="meta">Nothing here leaves this computer.</span>
<form method="get" action="/"><input name="to" value="${to}" aria-label="Recipient" placeholder="Recipient"><button class="button quiet" style="min-height:2.25rem">Filter</button></form></header>
${
  messages.length === 0
    ? html`<p class="empty">No messages yet.</p>`
    : html`<ol>${messages.map((message) => listItem(message, current, to))}</ol>`
}`;
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Mail sandbox</title>
<style>${trusted(themeCss + css)}</style></head>
<body><div class="frame ${current ? 'with-message' : 'without-message'}">
${
  current
    ? html`<nav class="list" aria-label="Messages"><header><h2>Mail sandbox</h2>${list}</nav><main class="message">${messageView(current, tab, to)}</main>`
    : html`<main class="list"><header><h1>Mail sandbox</h1>${list}</main><div class="message"><p class="empty">Choose a message.</p></div>`
}
</div></body></html>`;
}
