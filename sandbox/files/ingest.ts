import { createHash } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { z } from 'zod';
import { jsonReply, type Reply } from '@/sandbox/http/reply';
import type { Incoming } from '@/sandbox/http/server';
import { addressesOf, type CallbackResult, type FileService, refusal } from './service';
import { checkSignedUrl, readSignedValue, sign } from './signature';
import type { StoredFile, UploadRoute } from './store';

const patienceMs = 10_000;

/** Any page may upload with a signed address; it has to be told how far an earlier try has come. */
export const crossOrigin = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'HEAD, PUT',
  'access-control-allow-headers': 'range, x-uploadthing-version, b3, traceparent',
  'access-control-expose-headers': 'x-ut-range-start',
  'access-control-max-age': '600',
};

const announcement = z.object({
  fileKeys: z.array(z.string()).min(1),
  metadata: z.record(z.string(), z.unknown()),
  isDev: z.boolean().default(false),
  callbackUrl: z.url(),
  callbackSlug: z.string(),
  awaitServerData: z.boolean().default(true),
});

/**
 * `POST /route-metadata`: the app has allowed these uploads. In development the answer stays open, and holds a line of
 * JSON for each file that has arrived.
 */
export function announce(service: FileService, { body }: Incoming): Reply {
  const parsed = announcement.safeParse(JSON.parse(body));
  if (!parsed.success) return refusal(400, parsed.error.message);
  const { fileKeys, metadata, isDev, callbackUrl, callbackSlug: slug, awaitServerData } = parsed.data;
  const stream = isDev ? new PassThrough() : null;
  for (const key of fileKeys) {
    const route = { metadata, callbackUrl, slug, isDev, awaitsData: awaitServerData };
    service.store.announce(key, route);
    if (stream) service.streams.set(key, stream);
    service.announced.offer(key, route);
  }
  if (!stream) return jsonReply(200, { ok: true });
  return { status: 200, headers: { 'content-type': 'application/jsonl' }, body: stream };
}

const callbackResult = z.union([
  z.object({ fileKey: z.string(), error: z.string() }),
  z.object({ fileKey: z.string(), callbackData: z.unknown() }),
]);

/** `POST /callback-result`: what the app answers to whoever has uploaded. */
export function takeResult(service: FileService, { body }: Incoming): Reply {
  const parsed = callbackResult.safeParse(JSON.parse(body));
  if (!parsed.success) return refusal(400, parsed.error.message);
  const { fileKey } = parsed.data;
  service.results.bring(
    fileKey,
    'error' in parsed.data ? { error: parsed.data.error } : { data: parsed.data.callbackData },
  );
  return jsonReply(200, { ok: true });
}

function signedUrl({ path, search, headers }: Incoming): string {
  return `http://${headers.host}${path}?${search}`;
}

/** `HEAD` and `PUT` of a signed address; the file is the field `file` of a form. */
export async function takeUpload(service: FileService, incoming: Incoming): Promise<Reply> {
  const state = checkSignedUrl(service.apiKey, signedUrl(incoming), service.now());
  if (state === 'wrong') return cross(refusal(403, 'Invalid signature'));
  if (state === 'expired') return cross(refusal(403, 'The upload URL has expired'));
  if (incoming.method === 'HEAD')
    return cross({ status: 200, headers: { 'x-ut-range-start': '0' }, body: '' });
  const bytes = await formFile(incoming);
  if (!bytes) return cross(refusal(400, 'No file in the form'));
  const file = describe(service, incoming, bytes);
  if (!file) return cross(refusal(400, 'The file is not the one that was announced'));
  service.store.add(file, bytes);
  const host = incoming.headers.host ?? '';
  const answer = { ...addressesOf(service, host, file.key), fileHash: file.hash };
  if (!incoming.query.has('x-ut-slug')) return cross(jsonReply(200, { ...answer, serverData: null }));
  const told = await tellApp(service, file, host);
  return cross(
    'error' in told
      ? jsonReply(200, { ...answer, error: told.error })
      : jsonReply(200, { ...answer, serverData: told.data }),
  );
}

const cross = (reply: Reply): Reply => ({ ...reply, headers: { ...reply.headers, ...crossOrigin } });

async function formFile({ bytes, headers }: Incoming): Promise<Buffer | undefined> {
  const type = headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return undefined;
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  const file = form.get('file');
  return file instanceof File ? Buffer.from(await file.arrayBuffer()) : undefined;
}

/** Null when size or app are not those of the signed address. */
function describe(service: FileService, { path, query }: Incoming, bytes: Buffer): StoredFile | null {
  const value = (name: string) => readSignedValue(query, name);
  if (value('identifier') !== service.appId || Number(value('file-size')) !== bytes.length) return null;
  return {
    key: path.slice(1),
    name: value('file-name') ?? 'file',
    type: value('file-type') ?? 'application/octet-stream',
    size: bytes.length,
    customId: value('custom-id'),
    acl: value('acl') === 'private' ? 'private' : 'public-read',
    disposition: value('content-disposition') === 'attachment' ? 'attachment' : 'inline',
    hash: createHash('md5').update(bytes).digest('hex'),
    uploadedAt: service.now(),
  };
}

/** Tells the app that the file is there, by a signed call or by its open connection, and waits for its answer. */
async function tellApp(service: FileService, file: StoredFile, host: string): Promise<CallbackResult> {
  const route = service.store.findRoute(file.key) ?? (await service.announced.for(file.key, patienceMs));
  if (!route) return { error: 'The app never said what this upload is for' };
  const payload = JSON.stringify({
    status: 'uploaded',
    metadata: route.metadata,
    origin: `http://${host}`,
    file: {
      name: file.name,
      size: file.size,
      type: file.type,
      lastModified: file.uploadedAt,
      customId: file.customId,
      key: file.key,
      fileHash: file.hash,
      ...addressesOf(service, host, file.key),
    },
  });
  const signature = sign(service.apiKey, payload);
  const stream = service.streams.get(file.key);
  if (stream) {
    stream.write(`${JSON.stringify({ payload, signature, hook: 'callback' })}\n`);
    service.streams.delete(file.key);
    if (![...service.streams.values()].includes(stream)) stream.end();
  } else void callApp(service, route, file.key, { payload, signature });
  if (!route.awaitsData) return { data: null };
  const result = await service.results.for(file.key, patienceMs);
  return result ?? { error: 'The app did not answer' };
}

async function callApp(
  service: FileService,
  { callbackUrl, slug }: UploadRoute,
  key: string,
  { payload, signature }: { payload: string; signature: string },
): Promise<void> {
  const url = new URL(callbackUrl);
  url.searchParams.set('slug', slug);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'uploadthing-hook': 'callback',
        'x-uploadthing-signature': signature,
      },
      body: payload,
    });
    if (!response.ok)
      service.results.bring(key, { error: `The app refused the callback with ${response.status}` });
  } catch {
    service.results.bring(key, { error: 'The app could not be reached' });
  }
}
