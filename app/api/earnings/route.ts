import type { NextRequest } from 'next/server';
import { fileAnswer, yearAsked } from '@/app/api/file-answer';
import { loadActor } from '@/lib/accounts/loaders';
import { loadEarningsTable } from '@/lib/payments/loaders';
import { loadOwnProfile } from '@/lib/profiles/loaders';
import { ok } from '@/lib/shared/result';

export const dynamic = 'force-dynamic';

/** A year of earnings of the practice in view as a table for other programs; for its owner. */
export async function GET(request: NextRequest): Promise<Response> {
  const asked = yearAsked(request);
  if (!asked.ok) return fileAnswer(asked);
  const year = asked.value;
  const actor = await loadActor();
  const table = await loadEarningsTable(actor, year, async (owner) => (await loadOwnProfile(owner)).timeZone);
  if (!table.ok) return fileAnswer(table);
  return fileAnswer(
    ok({ type: 'text/csv; charset=utf-8', name: `consilia-${year}.csv`, content: table.value }),
  );
}
