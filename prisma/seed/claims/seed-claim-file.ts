import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { removeStored } from '@/lib/server/storage/jobs';
import { fileService } from '@/lib/server/storage/file-service';
import { checkUpload } from '@/lib/server/storage/check-upload';
import { addMinutes } from '@/lib/shared/time';
import { seedId } from '../seed-id';
import { fileOf } from './words';

/** The file beside one claim, uploaded, checked and sealed like any other. */
export async function seedClaimFile(): Promise<void> {
  const message = await db().claimMessage.findFirst({
    where: { kind: 'opening', claim: { status: 'with_admin', answeredAt: { not: null } } },
    select: { id: true, authorId: true, createdAt: true },
    orderBy: { claim: { number: 'asc' } },
  });
  if (!message) return;
  const id = seedId('file/claim');
  const bytes = new Uint8Array(Buffer.from(fileOf.text));
  const storageKey = await fileService().store(bytes);
  const uploadedAt = addMinutes(message.createdAt, -2);
  await inTransaction(async (tx) => {
    await tx.storedFile.create({
      data: {
        id,
        accountId: message.authorId,
        purpose: 'claim',
        status: 'uploaded',
        name: fileOf.name,
        size: bytes.length,
        storageKey,
        createdAt: uploadedAt,
        uploadedAt,
        attachedAt: message.createdAt,
      },
    });
    await tx.claimFile.create({ data: { fileId: id, messageId: message.id } });
  });
  await checkUpload({ fileId: id });
  await removeStored({ storageKey });
}
