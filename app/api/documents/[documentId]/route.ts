import { paperAnswer } from '@/app/api/file-answer';
import { loadActor } from '@/lib/accounts/loaders';
import { loadPaper } from '@/lib/payments/documents/loaders';

export const dynamic = 'force-dynamic';

/** An invoice, a credit note or a receipt, for whoever it is about. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/documents/[documentId]'>,
): Promise<Response> {
  const { documentId } = await params;
  return paperAnswer(await loadPaper(await loadActor(), documentId));
}
