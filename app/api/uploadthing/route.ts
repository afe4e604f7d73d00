import { receiveUpload } from '@/lib/accounts/own-files';

export const dynamic = 'force-dynamic';

/** The file library's own protocol: a browser asks where to upload, the file service says what has arrived. */
export function POST(request: Request): Promise<Response> {
  return receiveUpload(request);
}
