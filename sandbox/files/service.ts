import type { PassThrough } from 'node:stream';
import type { Faults } from '@/sandbox/http/faults';
import { jsonReply, type Reply } from '@/sandbox/http/reply';
import type { FileStore, UploadRoute } from './store';
import type { Waiting } from './waiting';

/** What the app answered to the news of an upload: its data, or that it could not be told. */
export type CallbackResult = { data: unknown } | { error: string };

export type FileService = {
  apiKey: string;
  appId: string;
  store: FileStore;
  faults: Faults;
  /** Whoever uploads faster than the app tells us waits for its word. */
  announced: Waiting<UploadRoute>;
  results: Waiting<CallbackResult>;
  /** In development the app keeps a connection open and passes on itself what it hears there. */
  streams: Map<string, PassThrough>;
  now: () => number;
};

export const refusal = (status: number, error: string): Reply => jsonReply(status, { error });

/** Where a file is served from. */
export function addressesOf({ appId }: FileService, host: string, key: string) {
  const ufsUrl = `http://${host}/a/${appId}/${key}`;
  return { url: ufsUrl, appUrl: ufsUrl, ufsUrl };
}
