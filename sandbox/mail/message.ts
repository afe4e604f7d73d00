import { z } from 'zod';

const addresses = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());

const attachment = z.strictObject({
  filename: z.string(),
  content: z.union([
    z.base64().transform((text) => Buffer.from(text, 'base64')),
    z
      .strictObject({ type: z.literal('Buffer'), data: z.array(z.int()) })
      .transform((value) => Buffer.from(value.data)),
  ]),
  content_type: z.string().optional(),
  content_id: z.string().optional(),
});

/** The body of `POST /emails`, as far as the product uses the Resend API. */
export const emailInput = z.strictObject({
  from: z.string().min(3),
  to: addresses.refine((list) => list.length > 0 && list.length <= 50),
  subject: z.string().regex(/^[^\r\n]*$/, 'The line break is not allowed in the `subject` field.'),
  html: z.string().optional(),
  text: z.string().optional(),
  cc: addresses.optional(),
  bcc: addresses.optional(),
  reply_to: addresses.optional(),
  headers: z.record(z.string(), z.string()).optional(),
  tags: z.array(z.strictObject({ name: z.string(), value: z.string() })).optional(),
  attachments: z.array(attachment).optional(),
});

/** Batches carry no attachments. */
export const batchInput = z
  .array(emailInput.omit({ attachments: true }))
  .min(1)
  .max(100);

export type EmailInput = z.infer<typeof emailInput>;

export type StoredAttachment = { filename: string; contentType: string; content: string };

/** A message as the inbox keeps it; attachment content is base64. */
export type StoredMessage = {
  id: string;
  created: string;
  from: string;
  to: string[];
  cc: string[];
  bcc: string[];
  replyTo: string[];
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  tags: { name: string; value: string }[];
  attachments: StoredAttachment[];
};

export function toStoredMessage(id: string, created: Date, input: EmailInput): StoredMessage {
  return {
    id,
    created: created.toISOString(),
    from: input.from,
    to: input.to,
    cc: input.cc ?? [],
    bcc: input.bcc ?? [],
    replyTo: input.reply_to ?? [],
    subject: input.subject,
    html: input.html ?? '',
    text: input.text ?? '',
    headers: input.headers ?? {},
    tags: input.tags ?? [],
    attachments: (input.attachments ?? []).map((file) => ({
      filename: file.filename,
      contentType: file.content_type ?? 'application/octet-stream',
      content: file.content.toString('base64'),
    })),
  };
}
