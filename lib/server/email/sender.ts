import { Resend } from 'resend';
import { env } from '@/lib/server/env';

export type EmailAttachment = {
  filename: string;
  /** Text is sent as UTF-8. */
  content: string | Buffer;
  /** With parameters, such as `text/calendar; method=REQUEST; charset=utf-8`. */
  contentType: string;
};

export type Email = {
  /** Idempotency key: the same message under the same key is sent once (24 hours). */
  key: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  replyTo?: string;
  headers?: Record<string, string>;
  attachments?: EmailAttachment[];
};

/**
 * What became of a message: `refused` is final (address or content not accepted), `conflict` means the key
 * was used for another message, `unavailable` may be tried again under the same key.
 */
export type EmailOutcome =
  | { ok: true; id: string }
  | { ok: false; reason: 'conflict' | 'refused' | 'unavailable'; message: string };

/** What no header may hold, or what would turn the reading direction of all that follows. */
const unfit = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/**
 * A subject is one line (RFC 5322, 2.2): line breaks and other control characters, which a name may have brought, are
 * a space, marks that turn the reading direction are nothing.
 */
const subjectLine = (text: string): string =>
  text
    .replaceAll(unfit, (marks) => (/^\p{Cf}+$/u.test(marks) ? '' : ' '))
    .replaceAll(/ {2,}/g, ' ')
    .trim();

/** The service takes content as base64; the SDK encodes bytes and hands text on as it is. */
const asBytes = ({ content, ...file }: EmailAttachment) => ({
  ...file,
  content: typeof content === 'string' ? Buffer.from(content, 'utf8') : content,
});

export type EmailConfig = { apiKey: string; baseUrl: string | null; from: string };

export type EmailSender = { send: (email: Email) => Promise<EmailOutcome> };

function reasonOf(name: string, statusCode: number | null): 'conflict' | 'refused' | 'unavailable' {
  if (name === 'invalid_idempotent_request') return 'conflict';
  if (name === 'concurrent_idempotent_requests') return 'unavailable';
  const isTemporary = statusCode === null || statusCode === 429 || statusCode >= 500;
  return isTemporary ? 'unavailable' : 'refused';
}

export function connectEmail(config: EmailConfig): EmailSender {
  const client = new Resend(config.apiKey, config.baseUrl === null ? {} : { baseUrl: config.baseUrl });
  return {
    send: async (email) => {
      const { data, error } = await client.emails.send(
        {
          from: config.from,
          to: email.to,
          subject: subjectLine(email.subject),
          html: email.html,
          text: email.text,
          ...(email.replyTo === undefined ? {} : { replyTo: email.replyTo }),
          ...(email.headers === undefined ? {} : { headers: email.headers }),
          ...(email.attachments === undefined ? {} : { attachments: email.attachments.map(asBytes) }),
        },
        { idempotencyKey: email.key },
      );
      if (error) return { ok: false, reason: reasonOf(error.name, error.statusCode), message: error.message };
      return { ok: true, id: data.id };
    },
  };
}

let live: EmailSender | undefined;

/** The sender of this process, from its configuration. */
export function emailSender(): EmailSender {
  if (live) return live;
  const config = env();
  live = connectEmail({
    apiKey: config.RESEND_API_KEY,
    baseUrl: config.RESEND_BASE_URL ?? null,
    from: config.EMAIL_FROM,
  });
  return live;
}
