import { setTimeout as wait } from 'node:timers/promises';
import { ZodError } from 'zod';
import { type Fault, Faults, faultInput } from '@/sandbox/http/faults';
import { cutReply, jsonReply, type Reply } from '@/sandbox/http/reply';
import { type Incoming, type RunningServer, startServer } from '@/sandbox/http/server';
import { callApi, serveFile } from './api';
import { announce, crossOrigin, takeResult, takeUpload } from './ingest';
import { type FileService, refusal } from './service';
import { FileStore } from './store';
import { readToken } from './token';
import { Waiting } from './waiting';

export type FileSandboxConfig = { port: number; file: string; token: string; now?: () => number };

function control({ store, faults, announced, results }: FileService, incoming: Incoming): Reply {
  const call = `${incoming.method} ${incoming.path}`;
  if (call === 'GET /_sandbox/files') return jsonReply(200, { data: store.list(500, 0) });
  if (call === 'POST /_sandbox/fail') {
    const parsed = faultInput.safeParse(JSON.parse(incoming.body));
    if (!parsed.success) return jsonReply(400, { error: parsed.error.message });
    faults.plan(parsed.data);
    return jsonReply(200, { planned: faults.list() });
  }
  if (call === 'POST /_sandbox/reset') {
    store.reset();
    faults.clear();
    announced.clear();
    results.clear();
    return jsonReply(200, { reset: true });
  }
  return jsonReply(404, { error: 'unknown control call' });
}

const isOfApp = ({ method, path }: Incoming) =>
  method === 'POST' && (path.startsWith('/v6/') || path === '/route-metadata' || path === '/callback-result');

function answer(service: FileService, incoming: Incoming): Promise<Reply> | Reply {
  const { method, path } = incoming;
  if (method === 'OPTIONS') return { status: 204, headers: crossOrigin, body: '' };
  if (isOfApp(incoming)) {
    if (incoming.headers['x-uploadthing-api-key'] !== service.apiKey) return refusal(401, 'Invalid API key');
    if (path === '/route-metadata') return announce(service, incoming);
    if (path === '/callback-result') return takeResult(service, incoming);
    return callApi(service, incoming);
  }
  if (path.startsWith('/a/') && (method === 'GET' || method === 'HEAD')) return serveFile(service, incoming);
  if (method === 'HEAD' || method === 'PUT') return takeUpload(service, incoming);
  return refusal(404, 'Not found');
}

async function withFault(service: FileService, fault: Fault | undefined, incoming: Incoming): Promise<Reply> {
  if (fault?.mode === 'error') return refusal(500, 'Internal server error');
  if (fault?.mode === 'refused') return refusal(400, 'Refused');
  if (fault?.mode === 'timeout') return cutReply;
  if (fault?.mode === 'delay') await wait(fault.delayMs);
  const reply = await answerSafely(service, incoming);
  if (fault?.mode === 'timeout_after_effect') return cutReply;
  return fault?.mode === 'error_after_effect' ? refusal(500, 'Internal server error') : reply;
}

async function answerSafely(service: FileService, incoming: Incoming): Promise<Reply> {
  try {
    return await answer(service, incoming);
  } catch (error) {
    if (error instanceof ZodError || error instanceof SyntaxError) return refusal(400, error.message);
    throw error;
  }
}

/**
 * Starts the file sandbox: upload, API and delivery of UploadThing as its real client speaks them, with control calls
 * for tests. Files stay on this machine.
 */
export async function startFileSandbox(config: FileSandboxConfig): Promise<RunningServer> {
  const service: FileService = {
    ...readToken(config.token),
    store: new FileStore(config.file),
    faults: new Faults(),
    announced: new Waiting(),
    results: new Waiting(),
    streams: new Map(),
    now: config.now ?? Date.now,
  };
  const server = await startServer(config.port, (incoming) =>
    incoming.path.startsWith('/_sandbox/')
      ? Promise.resolve(control(service, incoming))
      : withFault(service, service.faults.take(incoming.method, incoming.path), incoming),
  );
  return {
    ...server,
    close: async () => {
      for (const stream of service.streams.values()) stream.end();
      await server.close();
      service.store.db.close();
    },
  };
}
