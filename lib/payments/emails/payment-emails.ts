import { pageAddress } from '@/lib/i18n/site';
import { wordsFor } from '@/lib/i18n/worker';
import { db } from '@/lib/server/db/client';
import { type RenderedEmail, renderLetter } from '@/lib/server/email/layout';
import { findConnectAccount } from '../connect/repository';

type PaymentEmail = { kind: string; locale: string; params: Record<string, string> };

const warnings = ['waiting30', 'waiting60', 'waiting75'] as const;

/** Mails to providers about their money; null for a warning that is out of date, since nothing is missing any more. */
export async function renderPaymentEmail({
  kind,
  locale,
  params,
}: PaymentEmail): Promise<RenderedEmail | null> {
  const warning = warnings.find((each) => kind === `payment.${each}`);
  if (!warning) throw new Error(`no template for ${kind}`);
  const account = await findConnectAccount(db(), params['providerId'] ?? '');
  if (account?.transfersActive && account.detailsComplete) return null;
  const words = await wordsFor(locale, 'UTC');
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
