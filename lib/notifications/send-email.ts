import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import type { RenderedEmail } from '@/lib/server/email/layout';
import { emailSender } from '@/lib/server/email/sender';
import { findEmail, updateEmail } from './repository';

/**
 * The words of a mail as things are now; null when it would not be true any more, such as a reminder of what is
 * cancelled.
 */
export type EmailRenderer = (email: {
  kind: string;
  locale: string;
  params: Record<string, string>;
}) => Promise<RenderedEmail | null>;
/** By the first part of the kind: who writes which mails. */
export type EmailRenderers = Record<string, EmailRenderer>;

/**
 * Sends one mail of the outbox. At least once and always under the same key, so that the service sends it once; when it
 * says that the key was used for other words, an earlier try has arrived. A mail that is refused for good is kept as
 * failed for an admin; one that is not true any more is dropped.
 */
export async function sendQueuedEmail(emailId: string, renderers: EmailRenderers): Promise<void> {
  const email = await findEmail(db(), emailId);
  if (!email || email.status !== 'waiting') return;
  const renderer = renderers[email.kind.split('.')[0] ?? ''];
  if (!renderer) throw new Error(`nobody writes ${email.kind}`);
  const rendered = await renderer({
    kind: email.kind,
    locale: email.locale,
    params: email.params as Record<string, string>,
  });
  if (!rendered) return updateEmail(db(), emailId, { status: 'dropped', attempts: { increment: 1 } });
  const sent = await emailSender().send({ key: email.idempotencyKey, to: email.recipient, ...rendered });
  const attempts = { increment: 1 };
  if (sent.ok || sent.reason === 'conflict') {
    const providerId = sent.ok ? sent.id : null;
    await updateEmail(db(), emailId, { status: 'sent', providerId, sentAt: await clock(), attempts });
    return;
  }
  const status = sent.reason === 'refused' ? 'failed' : 'waiting';
  await updateEmail(db(), emailId, { status, attempts, lastError: sent.reason });
  if (status === 'waiting') throw new Error(`mail ${emailId}: ${sent.reason}`);
}
