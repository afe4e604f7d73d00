import { UTApi, UTFile } from 'uploadthing/server';
import { env } from '@/lib/server/env';

export type FileServiceConfig = {
  token: string;
  /** Other addresses than the service's own: a stand-in on this machine. */
  local: { ingestUrl: string; apiUrl: string; ufsHost: string } | null;
};

export type FileService = {
  /** Keeps bytes as a private file and returns its key. The name says nothing. */
  store: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;
  /** What lies under a key; null when nothing does, or when it is larger than `mostBytes`. */
  read: (key: string, mostBytes: number) => Promise<Uint8Array<ArrayBuffer> | null>;
  /** Afterwards nothing lies under the key; also when nothing did before. */
  remove: (key: string) => Promise<void>;
};

const linkSeconds = 300;
const timeoutMs = 30_000;

/** The settings of the service's library; nothing it would write to the log may name a file. */
export function libraryConfig({ token, local }: FileServiceConfig) {
  const addresses = local && { ...local, ufsAppIdLocation: 'path' as const };
  return { token, logLevel: 'Fatal' as const, ...addresses };
}

/** The file service with our verbs. Each throws when the service does not answer, and may be tried again. */
export function connectFiles(config: FileServiceConfig): FileService {
  const api = new UTApi(libraryConfig(config));
  return {
    store: async (bytes) => {
      const file = new UTFile([bytes], 'sealed.bin', { type: 'application/octet-stream' });
      const { data, error } = await api.uploadFiles(file, {
        acl: 'private',
        contentDisposition: 'attachment',
      });
      if (error) throw new Error(`the file service did not take a file: ${error.code}`);
      return data.key;
    },
    read: async (key, mostBytes) => {
      const { ufsUrl } = await api.generateSignedURL(key, { expiresIn: linkSeconds });
      const response = await fetch(ufsUrl, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
      if (response.status === 404) return null;
      if (!response.ok || !response.body) throw new Error(`the file service answered ${response.status}`);
      return readAtMost(response.body, mostBytes);
    },
    remove: async (key) => {
      const { success } = await api.deleteFiles(key);
      if (!success) throw new Error('the file service did not delete a file');
    },
  };
}

async function readAtMost(
  body: ReadableStream<Uint8Array>,
  mostBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > mostBytes) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** The file service's settings of this process. */
export function fileServiceConfig(): FileServiceConfig {
  const {
    UPLOADTHING_TOKEN: token,
    UPLOADTHING_INGEST_URL: ingestUrl,
    UPLOADTHING_API_URL: apiUrl,
    UPLOADTHING_UFS_HOST: ufsHost,
  } = env();
  return { token, local: ingestUrl && apiUrl && ufsHost ? { ingestUrl, apiUrl, ufsHost } : null };
}

let live: FileService | undefined;

/** The file service of this process, from its configuration. */
export function fileService(): FileService {
  live ??= connectFiles(fileServiceConfig());
  return live;
}
