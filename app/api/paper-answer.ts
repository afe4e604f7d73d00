import type { Paper } from '@/lib/payments/documents/read-document';
import { httpStatusOf } from '@/lib/shared/errors';
import type { Result } from '@/lib/shared/result';

/** Personal: kept by nobody on the way, told to no other site, found by no search engine. */
export const personal = {
  'Cache-Control': 'private, no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex',
};

/** A document as a file to keep; what is not there, or not the reader's, is 404. */
export function paperAnswer(paper: Result<Paper>): Response {
  if (!paper.ok) {
    const { code } = paper.error;
    return Response.json({ code }, { status: httpStatusOf(code), headers: personal });
  }
  const { label, bytes } = paper.value;
  return new Response(Uint8Array.from(bytes), {
    headers: {
      ...personal,
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="${label}.pdf"`,
    },
  });
}
