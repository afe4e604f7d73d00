import { now as clock } from '@/lib/server/clock';
import { dataKeys } from '@/lib/server/crypto/data-keys';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { enqueue } from '@/lib/server/jobs/boss';
import { reportFailures, sweepRows } from '@/lib/server/jobs/sweep-rows';
import { addHours, addMinutes } from '@/lib/shared/time';
import { dropFile } from './attach-files';
import { sealAnew } from './check-upload';
import { listAbandoned, listForgotten, listSealedOtherwise } from './files';

export { checkUpload, removeStored } from './check-upload';

const batch = 100;
const keptHours = 24;

/**
 * Takes away what was uploaded and added to nothing for a day, checks what lost its job, and seals with the current key
 * what an earlier one sealed.
 */
export async function sweepFiles(): Promise<void> {
  const now = await clock();
  const dropped = await sweepRows({
    name: 'file.drop',
    next: (seen) => listAbandoned(db(), addHours(now, -keptHours), seen, batch),
    handle: ({ id }) => inTransaction((tx) => dropFile(tx, id)),
  });
  await requeueForgotten(addMinutes(now, -2));
  const sealed = await sweepRows({
    name: 'file.sealAnew',
    next: (seen) => listSealedOtherwise(db(), dataKeys().currentId, seen, batch),
    handle: ({ id }) => sealAnew(id),
  });
  reportFailures('files', dropped + sealed);
}

/** Uploads that should long be checked and have lost their job get a new one. */
async function requeueForgotten(before: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const rows = await listForgotten(tx, before, batch);
    for (const { id } of rows) await enqueue(tx, 'file.check', { fileId: id });
  });
}
