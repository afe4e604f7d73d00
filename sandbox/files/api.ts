import { z } from 'zod';
import { jsonReply, type Reply } from '@/sandbox/http/reply';
import type { Incoming } from '@/sandbox/http/server';
import { addressesOf, type FileService, refusal } from './service';
import { checkSignedUrl, sign } from './signature';

const names = z.union([
  z.object({ fileKeys: z.array(z.string()) }).transform(({ fileKeys }) => ({ keys: fileKeys })),
  z.object({ customIds: z.array(z.string()) }).transform(({ customIds }) => ({ ids: customIds })),
]);

function deleteFiles({ store }: FileService, body: unknown): Reply {
  const given = names.parse(body);
  const keys = 'keys' in given ? given.keys : given.ids.flatMap((id) => store.findByCustomId(id)?.key ?? []);
  const deletedCount = keys.filter((key) => store.delete(key)).length;
  return jsonReply(200, { success: true, deletedCount });
}

const access = z.object({
  fileKey: z.string().optional(),
  customId: z.string().optional(),
  expiresIn: z.int().min(1).max(604_800).default(300),
});

function requestAccess(service: FileService, body: unknown, host: string): Reply {
  const { fileKey, customId, expiresIn } = access.parse(body);
  const file = fileKey ? service.store.find(fileKey) : service.store.findByCustomId(customId ?? '');
  if (!file) return refusal(404, 'File not found');
  const address = new URL(addressesOf(service, host, file.key).ufsUrl);
  address.searchParams.set('expires', String(service.now() + expiresIn * 1000));
  address.searchParams.append('signature', sign(service.apiKey, address.href));
  return jsonReply(200, { url: address.href, ufsUrl: address.href });
}

const range = z.object({
  limit: z.int().min(1).max(500).default(500),
  offset: z.int().min(0).default(0),
});

function listFiles({ store }: FileService, body: unknown): Reply {
  const { limit, offset } = range.parse(body);
  const rows = store.list(limit + 1, offset);
  const files = rows.slice(0, limit).map(({ key, name, size, customId, uploadedAt }) => ({
    id: key,
    customId,
    key,
    name,
    size,
    status: 'Uploaded',
    uploadedAt,
  }));
  return jsonReply(200, { hasMore: rows.length > limit, files });
}

/** The part of the service's API that the product's server calls. */
export function callApi(service: FileService, { path, body, headers }: Incoming): Reply {
  const input: unknown = JSON.parse(body);
  if (path === '/v6/deleteFiles') return deleteFiles(service, input);
  if (path === '/v6/requestFileAccess') return requestAccess(service, input, headers.host ?? '');
  if (path === '/v6/listFiles') return listFiles(service, input);
  return refusal(404, 'Not found');
}

/** `GET /a/{appId}/{key}`: public files to everybody, private ones by a signed address that has not expired. */
export function serveFile(service: FileService, { path, search, headers }: Incoming): Reply {
  const [, , appId, key = ''] = path.split('/');
  const file = appId === service.appId ? service.store.find(key) : undefined;
  const state = checkSignedUrl(service.apiKey, `http://${headers.host}${path}?${search}`, service.now());
  if (file?.acl === 'private' && state !== 'valid') return refusal(403, 'Forbidden');
  if (!file) return refusal(404, 'File not found');
  return {
    status: 200,
    headers: {
      'content-type': file.type,
      'content-disposition': `${file.disposition}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'x-content-type-options': 'nosniff',
      'cache-control': file.acl === 'private' ? 'private, no-store' : 'public, max-age=31536000, immutable',
    },
    body: service.store.read(file.key),
  };
}
