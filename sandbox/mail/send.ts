import { createHash, randomUUID } from 'node:crypto';
import { inTransaction } from '@/sandbox/http/database';
import { jsonReply, type Reply } from '@/sandbox/http/reply';
import type { Incoming } from '@/sandbox/http/server';
import { batchInput, type EmailInput, emailInput, toStoredMessage } from '@/sandbox/mail/message';
import type { MailStore } from '@/sandbox/mail/store';

function errorReply(status: number, name: string, message: string): Reply {
  return jsonReply(status, { statusCode: status, name, message });
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function keyProblem(key: string | undefined): Reply | undefined {
  if (key === undefined || (key.length >= 1 && key.length <= 256)) return undefined;
  return errorReply(400, 'invalid_idempotency_key', 'The idempotency key must be between 1-256 chars.');
}

function deliver(store: MailStore, inputs: EmailInput[], now: Date): string[] {
  return inputs.map((input) => {
    const id = randomUUID();
    store.add(toStoredMessage(id, now, input));
    return id;
  });
}

/**
 * `POST /emails` and `POST /emails/batch`. A key seen before with the same body returns the first
 * answer and sends nothing; with another body it is refused with 409.
 * Source: resend.com/docs/dashboard/emails/idempotency-keys.
 */
export function acceptEmail(store: MailStore, incoming: Incoming, now: Date): Reply {
  if (!/^Bearer re_\w+/.test(incoming.headers.authorization ?? '')) {
    return errorReply(401, 'missing_api_key', 'Missing API key in the authorization header.');
  }
  const key = incoming.headers['idempotency-key'];
  const problem = keyProblem(key);
  if (problem) return problem;

  const isBatch = incoming.path === '/emails/batch';
  const parsed = isBatch
    ? batchInput.safeParse(parseJson(incoming.body))
    : emailInput.transform((input) => [input]).safeParse(parseJson(incoming.body));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return errorReply(
      422,
      'validation_error',
      `Invalid \`${issue?.path.join('.')}\` field. ${issue?.message}`,
    );
  }

  const fingerprint = createHash('sha256').update(incoming.path).update(incoming.body).digest('hex');
  return inTransaction(store.db, () => {
    const seen = key === undefined ? undefined : store.findAnswer(key, now.getTime());
    if (seen && seen.fingerprint !== fingerprint) {
      return errorReply(
        409,
        'invalid_idempotent_request',
        'This idempotency key has been used on a request with a different payload.',
      );
    }
    if (seen) return jsonReply(200, parseJson(seen.answer));
    const ids = deliver(store, parsed.data, now);
    const answer = isBatch ? { data: ids.map((id) => ({ id })) } : { id: ids[0] };
    if (key !== undefined) store.saveAnswer(key, fingerprint, JSON.stringify(answer), now.getTime());
    return jsonReply(200, answer);
  });
}
