import { fileLimits } from '@/lib/shared/file-limits';
import { createRouteHandler, createUploadthing, UploadThingError, UTFiles } from 'uploadthing/server';
import type { FileRouter } from 'uploadthing/types';
import type { Actor } from '@/lib/access/actor';
import { env } from '@/lib/server/env';
import type { ErrorCode } from '@/lib/shared/errors';
import { fileServiceConfig, libraryConfig } from './file-service';
import { announceUpload, completeUpload } from './receive-upload';

const build = createUploadthing();

function refuse(code: ErrorCode): UploadThingError {
  return new UploadThingError({
    code: code === 'common.notFound' ? 'NOT_FOUND' : 'BAD_REQUEST',
    message: code,
  });
}

/** What may be uploaded here, and for what. The service hears no name and no person: each file is one of our ids. */
function routerFor(actor: Actor) {
  return {
    claim: build({
      blob: {
        maxFileSize: '16MB',
        maxFileCount: fileLimits.mostFiles,
        acl: 'private',
        contentDisposition: 'attachment',
      },
    })
      .middleware(async ({ files }) => {
        if (actor.kind !== 'account' || !actor.isEmailVerified) throw refuse('common.notFound');
        const ids = await announceUpload(actor.accountId, 'claim', files);
        if (!ids.ok) throw refuse(ids.error.code);
        return {
          [UTFiles]: files.map(({ size }, index) => ({
            name: 'upload.bin',
            size,
            type: 'application/octet-stream',
            customId: ids.value[index] ?? null,
          })),
        };
      })
      .onUploadComplete(async ({ file }) => {
        if (file.customId) await completeUpload(file.customId, file.key);
        return { fileId: file.customId };
      }),
  } satisfies FileRouter;
}

/** What the browser's part knows of it. */
export type UploadRouter = ReturnType<typeof routerFor>;

/** Answers the library's browser part, and the file service's news of what has arrived. */
export function handleUpload(request: Request, actor: Actor): Promise<Response> {
  const callbackUrl = `${env().APP_URL}/api/uploadthing`;
  const handle = createRouteHandler({
    router: routerFor(actor),
    config: { ...libraryConfig(fileServiceConfig()), callbackUrl },
  });
  return handle(request);
}
