import type { NextRequest } from 'next/server';
import { z } from 'zod';
import type { Paper } from '@/lib/payments/documents/read-document';
import { httpStatusOf } from '@/lib/shared/errors';
import { err, ok, type Result } from '@/lib/shared/result';

/** Personal: kept by nobody on the way, told to no other site, found by no search engine. */
const personal = {
  'Cache-Control': 'private, no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex',
};

type PersonalFile = { type: string; name: string; content: BodyInit };

/** A personal file to keep; what is not there, or not the reader's, is 404. */
export function fileAnswer(file: Result<PersonalFile>): Response {
  if (!file.ok) {
    const { code } = file.error;
    return Response.json({ code }, { status: httpStatusOf(code), headers: personal });
  }
  const { type, name, content } = file.value;
  return new Response(content, {
    headers: {
      ...personal,
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  });
}

/** A document as a file. */
export function paperAnswer(paper: Result<Paper>): Response {
  if (!paper.ok) return fileAnswer(paper);
  const { label, bytes } = paper.value;
  return fileAnswer(ok({ type: 'application/pdf', name: `${label}.pdf`, content: Uint8Array.from(bytes) }));
}

const question = z.object({ year: z.coerce.number().int().min(2020).max(2100) });

/** The calendar year that a file is asked for. */
export function yearAsked(request: NextRequest): Result<number> {
  const asked = question.safeParse(Object.fromEntries(request.nextUrl.searchParams));
  return asked.success ? ok(asked.data.year) : err('common.invalidInput');
}
