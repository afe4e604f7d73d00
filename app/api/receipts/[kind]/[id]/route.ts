import { paperAnswer } from '@/app/api/file-answer';
import { loadActor } from '@/lib/accounts/loaders';
import { loadReceipt } from '@/lib/payments/documents/loaders';
import { err } from '@/lib/shared/result';

export const dynamic = 'force-dynamic';

/** The receipt of a session (`booking`) or a seat (`seat`), for its client and the provider's owner. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/receipts/[kind]/[id]'>,
): Promise<Response> {
  const { kind, id } = await params;
  const actor = await loadActor();
  if (kind === 'booking') return paperAnswer(await loadReceipt(actor, { bookingId: id }));
  if (kind === 'seat') return paperAnswer(await loadReceipt(actor, { seatId: id }));
  return paperAnswer(err('common.notFound'));
}
