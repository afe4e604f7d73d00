import { currentActor } from '@/lib/server/session/current';
import { type Download, downloadResponse, openDownload } from '@/lib/server/storage/download';
import { handleUpload } from '@/lib/server/storage/upload-route';
import { httpStatusOf } from '@/lib/shared/errors';
import type { Result } from '@/lib/shared/result';

export type { UploadRouter } from '@/lib/server/storage/upload-route';

/** Uploads of whoever is signed in, by the file library's protocol, and the file service's news of what has arrived. */
export async function receiveUpload(request: Request): Promise<Response> {
  return handleUpload(request, await currentActor());
}

/** A file for whoever is signed in, by the address that was made for them; for anybody else it does not exist. */
export async function answerDownload(token: string): Promise<Response> {
  const opened: Result<Download> = await openDownload(await currentActor(), token);
  if (opened.ok) return downloadResponse(opened.value);
  const { code } = opened.error;
  return Response.json({ code }, { status: httpStatusOf(code), headers: { 'Cache-Control': 'no-store' } });
}
