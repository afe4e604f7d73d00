import { setTimeout as wait } from 'node:timers/promises';
import { type Fault, Faults, faultInput } from '@/sandbox/http/faults';
import { cutReply, jsonReply, type Reply } from '@/sandbox/http/reply';
import { type Incoming, type RunningServer, startServer } from '@/sandbox/http/server';
import { mailPage } from '@/sandbox/mail/pages';
import { acceptEmail } from '@/sandbox/mail/send';
import { MailStore } from '@/sandbox/mail/store';

export type MailSandboxConfig = { port: number; file: string };

function control(store: MailStore, faults: Faults, incoming: Incoming): Reply {
  const call = `${incoming.method} ${incoming.path}`;
  if (call === 'GET /_sandbox/messages') {
    const limit = Number(incoming.query.get('limit') ?? 100);
    return jsonReply(200, { data: store.list(incoming.query.get('to') ?? '', limit) });
  }
  if (call === 'POST /_sandbox/fail') {
    const parsed = faultInput.safeParse(JSON.parse(incoming.body));
    if (!parsed.success) return jsonReply(400, { error: parsed.error.message });
    faults.plan(parsed.data);
    return jsonReply(200, { planned: faults.list() });
  }
  if (call === 'POST /_sandbox/reset') {
    store.reset();
    faults.clear();
    return jsonReply(200, { reset: true });
  }
  return jsonReply(404, { error: 'unknown control call' });
}

const failure = jsonReply(500, {
  statusCode: 500,
  name: 'application_error',
  message: 'An unexpected error occurred.',
});

async function api(store: MailStore, fault: Fault | undefined, incoming: Incoming): Promise<Reply> {
  if (fault?.mode === 'error') return failure;
  if (fault?.mode === 'timeout') return cutReply;
  if (fault?.mode === 'delay') await wait(fault.delayMs);
  const reply = acceptEmail(store, incoming, new Date());
  if (fault?.mode === 'timeout_after_effect') return cutReply;
  return fault?.mode === 'error_after_effect' ? failure : reply;
}

/**
 * Starts the mail sandbox: the part of the Resend API the product uses, an inbox to look at, and
 * control calls for tests. It sends nothing.
 */
export async function startMailSandbox(config: MailSandboxConfig): Promise<RunningServer> {
  const store = new MailStore(config.file);
  const faults = new Faults();
  const server = await startServer(config.port, async (incoming) => {
    if (incoming.path.startsWith('/_sandbox/')) return control(store, faults, incoming);
    const isSend = incoming.path === '/emails' || incoming.path === '/emails/batch';
    if (incoming.method === 'POST' && isSend) {
      return api(store, faults.take(incoming.method, incoming.path), incoming);
    }
    return mailPage(store, incoming);
  });
  return {
    ...server,
    close: async () => {
      await server.close();
      store.db.close();
    },
  };
}
