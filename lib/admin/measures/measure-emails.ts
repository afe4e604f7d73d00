import { pageAddress } from '@/lib/i18n/site';
import { wordsFor } from '@/lib/i18n/worker';
import { db } from '@/lib/server/db/client';
import { type RenderedEmail, renderLetter } from '@/lib/server/email/layout';
import { findMeasure } from './repository';

type MeasureEmail = { kind: string; locale: string; params: Record<string, string> };

/** What an admin did about an account, with the reasons: they are owed in writing. */
export async function renderMeasureEmail({ kind, locale, params }: MeasureEmail): Promise<RenderedEmail> {
  const measure = await findMeasure(db(), params.measureId ?? '');
  if (!measure) throw new Error(`mail about nothing: ${kind}`);
  const words = await wordsFor(locale, 'UTC');
  const { t } = words;
  const key = `emails.measure.${measure.kind}` as const;
  const name = measure.provider.displayName;
  const text = t(`${key}.text`, { name });
  return renderLetter(t(`${key}.subject`, { name }), {
    locale: words.locale,
    preview: text,
    heading: t(`${key}.heading`),
    paragraphs: [text, t('emails.measure.reasons'), measure.reason],
    action: { label: t('emails.measure.open'), href: pageAddress('/practice', words.locale) },
    footer: t('emails.footer.account'),
  });
}
