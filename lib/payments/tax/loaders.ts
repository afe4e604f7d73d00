import { notFound } from 'next/navigation';
import type { AccountActor, ProviderActor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { db } from '@/lib/server/db/client';
import { findTaxData, listVatIds } from './repository';
import type { TaxData, VatIdView } from './types';

/** More than so many are not shown at once; whoever waits for a check stands first. */
const mostShown = 200;

/** What the owner's tax office is told; null while nothing is there, and nothing is paid out. */
export function loadTaxData(actor: ProviderActor): Promise<TaxData | null> {
  return findTaxData(db(), actor.provider.id);
}

/** VAT ids to check, for admins; 404 for anybody else. */
export async function loadVatIds(actor: AccountActor): Promise<VatIdView[]> {
  if (!can(actor, 'provider:checkVatId', null)) return notFound();
  return listVatIds(db(), mostShown);
}
