import { answerDownload } from '@/lib/accounts/own-files';

export const dynamic = 'force-dynamic';

/** A file for 300 seconds, and only for the account that the address was made for. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/files/[token]'>,
): Promise<Response> {
  const { token } = await params;
  return answerDownload(token);
}
