import { generateReactHelpers } from '@uploadthing/react';
import type { UploadRouter } from '@/lib/accounts/own-files';

const { uploadFiles } = generateReactHelpers<UploadRouter>({ url: '/api/uploadthing' });

/** Uploads one file for a claim and returns our name of it; throws what the server said, or that it was stopped. */
export async function uploadForClaim(
  file: File,
  { onProgress, signal }: { onProgress: (percent: number) => void; signal: AbortSignal },
): Promise<string> {
  const [uploaded] = await uploadFiles('claim', {
    files: [file],
    signal,
    onUploadProgress: ({ progress }) => onProgress(Math.round(progress)),
  });
  const fileId = uploaded?.serverData.fileId;
  if (!fileId) throw new Error('file.gone');
  return fileId;
}
