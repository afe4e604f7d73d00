import { pageAddress } from '@/lib/i18n/site';
import { wordsFor } from '@/lib/i18n/worker';
import { db } from '@/lib/server/db/client';
import { type RenderedEmail, renderLetter } from '@/lib/server/email/layout';
import { findConnectAccount } from '../connect/repository';
import { findIssued } from '../documents/repository';

type PaymentEmail = { kind: string; locale: string; params: Record<string, string> };

const warnings = ['waiting30', 'waiting60', 'waiting75'] as const;

/** Mails to providers about their money; null for a warning that is out of date, since nothing is missing any more. */
export async function renderPaymentEmail(email: PaymentEmail): Promise<RenderedEmail | null> {
  if (email.kind === 'payment.document') return renderDocumentEmail(email);
  const warning = warnings.find((each) => email.kind === `payment.${each}`);
  if (!warning) throw new Error(`no template for ${email.kind}`);
  const account = await findConnectAccount(db(), email.params['providerId'] ?? '');
  if (account?.transfersActive && account.detailsComplete) return null;
  const words = await wordsFor(email.locale, 'UTC');
  const text = words.t(`emails.payment.${warning}.text`);
  return renderLetter(words.t(`emails.payment.${warning}.subject`), {
    locale: words.locale,
    preview: text,
    heading: words.t(`emails.payment.${warning}.heading`),
    paragraphs: [text],
    action: {
      label: words.t('emails.payment.complete'),
      href: pageAddress('/practice/earnings', words.locale),
    },
    footer: words.t('emails.footer.account'),
  });
}

/** The month's invoice or credit note is there; what it is about stands in the document alone. */
async function renderDocumentEmail({ locale, params }: PaymentEmail): Promise<RenderedEmail> {
  const { kind, label, grossAmount, currency } = await findIssued(db(), params['documentId'] ?? '');
  if (kind === 'receipt') throw new Error(`${label} is not a provider's`);
  const words = await wordsFor(locale, 'UTC');
  const amount = words.format.number(Math.abs(grossAmount) / 100, { style: 'currency', currency });
  const text = words.t(`emails.payment.document.text.${kind}`, { label, amount });
  return renderLetter(words.t('emails.payment.document.subject', { label }), {
    locale: words.locale,
    preview: text,
    heading: words.t(`emails.payment.document.heading.${kind}`),
    paragraphs: [text],
    action: {
      label: words.t('emails.payment.document.open'),
      href: pageAddress('/practice/earnings/invoices', words.locale),
    },
    footer: words.t('emails.footer.account'),
  });
}
