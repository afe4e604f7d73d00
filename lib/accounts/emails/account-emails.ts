import { pageAddress } from '@/lib/i18n/site';
import { wordsFor } from '@/lib/i18n/worker';
import { type RenderedEmail, renderLetter } from '@/lib/server/email/layout';
import { linkToken } from '../link-token';

type AccountEmail = { kind: string; locale: string; params: Record<string, string> };

const pages = {
  'account.verify_email': '/verify',
  'account.reset_password': '/reset',
  'account.already_registered': '/sign-in',
  'account.password_changed': '/reset',
} as const;

function isAccountKind(kind: string): kind is keyof typeof pages {
  return kind in pages;
}

/** The mails about the account: verification, new password, "you have an account already", "it was changed". */
export async function renderAccountEmail({ kind, locale, params }: AccountEmail): Promise<RenderedEmail> {
  if (!isAccountKind(kind)) throw new Error(`no template for ${kind}`);
  const { t, locale: language } = await wordsFor(locale, 'UTC');
  const { tokenId, next } = params;
  const query = { ...(tokenId ? { token: linkToken(tokenId) } : {}), ...(next ? { next } : {}) };
  const key = `emails.${kind}` as const;
  const subject = t(`${key}.subject`);
  return renderLetter(subject, {
    locale: language,
    preview: t(`${key}.text`),
    heading: t(`${key}.heading`),
    paragraphs: [t(`${key}.text`)],
    action: { label: t(`${key}.action`), href: pageAddress({ pathname: pages[kind], query }, language) },
    footer: t(kind === 'account.password_changed' ? 'emails.footer.account' : 'emails.footer.notYou'),
  });
}
