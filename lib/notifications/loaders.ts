import { env } from '@/lib/server/env';

/** Where the mails of a demo can be read; nothing on a real service. */
export function loadDemoInbox(): string | undefined {
  return env().MAIL_INBOX_URL;
}
