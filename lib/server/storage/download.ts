import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { type Actor } from '@/lib/access/actor';
import { recordAudit } from '@/lib/server/audit/audit';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { env } from '@/lib/server/env';
import { isWithinLimit } from '@/lib/server/rate-limit';
import { err, ok, type Result } from '@/lib/shared/result';
import { addMinutes } from '@/lib/shared/time';
import { readSealed } from './check-upload';
import type { ContentType } from '@/lib/shared/file-limits';
import { savedNameOf } from './content-type';
import { findFile } from './files';

const linkMinutes = 5;
const downloadsAnHour = 300;

const claims = z.object({
  file: z.uuid(),
  account: z.uuid(),
  party: z.enum(['client', 'provider', 'admin']),
  until: z.number(),
});
type Claims = z.output<typeof claims>;

function signatureOf(payload: string): string {
  return createHmac('sha256', env().AUTH_SECRET).update(`file-link:${payload}`).digest('base64url');
}

/**
 * The secret part of an address under which one account reads one file, for 300 seconds. Whoever calls this has checked
 * that it may.
 */
export function downloadToken({ file, account, party }: Omit<Claims, 'until'>, now: Date): string {
  const until = addMinutes(now, linkMinutes).getTime();
  const payload = Buffer.from(JSON.stringify({ file, account, party, until })).toString('base64url');
  return `${payload}.${signatureOf(payload)}`;
}

function readToken(token: string): Claims | null {
  const [payload = '', signature = ''] = token.split('.');
  const [expected, given] = [Buffer.from(signatureOf(payload)), Buffer.from(signature)];
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const parsed = claims.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
  return parsed.success ? parsed.data : null;
}

export type Download = { name: string; type: ContentType; bytes: Uint8Array<ArrayBuffer> };

/**
 * What lies at a download address, opened for the account that it was made for, with a row in the audit log. A foreign
 * address answers like one that never was; from its 300th second on it is over (`file.linkExpired`).
 */
export async function openDownload(actor: Actor, token: string): Promise<Result<Download>> {
  const link = readToken(token);
  if (!link || actor.kind !== 'account' || actor.accountId !== link.account) return err('common.notFound');
  const now = await clock();
  if (now.getTime() >= link.until) return err('file.linkExpired');
  if (!(await isWithinLimit(`download:${actor.accountId}`, downloadsAnHour, 3600)))
    return err('common.rateLimited');
  const file = await findFile(db(), link.file);
  const bytes = file && (await readSealed(file));
  if (!bytes || !file.contentType) return err('common.notFound');
  await inTransaction((tx) =>
    recordAudit(tx, {
      at: now,
      party: link.party,
      accountId: actor.accountId,
      action: 'file.read',
      subjectType: 'file',
      subjectId: file.id,
    }),
  );
  const { name, contentType: type } = file;
  return ok({ name: savedNameOf(name, type), type, bytes: new Uint8Array(bytes) });
}

const rfc5987 = (text: string) =>
  encodeURIComponent(text).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** The answer that saves a file and lets nobody on the way keep it. */
export function downloadResponse({ name, type, bytes }: Download): Response {
  const plain = name.replaceAll(/[^\w. -]/g, '_');
  return new Response(bytes, {
    headers: {
      'Content-Type': type === 'text/plain' ? 'text/plain; charset=utf-8' : type,
      'Content-Length': String(bytes.length),
      'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${rfc5987(name)}`,
      'Cache-Control': 'private, no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex',
    },
  });
}
