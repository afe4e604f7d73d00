import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { db } from '@/lib/server/db/client';
import { err, ok, type Result } from '@/lib/shared/result';
import { readPaper } from './read-paper';
import { findOwners } from './repository';

export type Paper = { label: string; bytes: Uint8Array };

/** A document for whoever it is about: the provider's owner, and of a receipt the client too. Others find nothing. */
export async function readDocument(actor: Actor, documentId: string): Promise<Result<Paper>> {
  const owners = await findOwners(db(), documentId);
  if (!owners || !can(actor, 'document:view', owners)) return err('common.notFound');
  return ok({ label: owners.label, bytes: await readPaper(documentId) });
}
