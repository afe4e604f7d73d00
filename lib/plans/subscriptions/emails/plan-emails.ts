import { pageAddress } from '@/lib/i18n/site';
import { formatInstant } from '@/lib/i18n/time-format';
import { wordsFor } from '@/lib/i18n/worker';
import { shippedPlans } from '@/lib/plans/rules/plans';
import { db } from '@/lib/server/db/client';
import { type RenderedEmail, renderLetter } from '@/lib/server/email/layout';
import { findBuyer } from '../repository';
import { planNews } from '../tell-owner';

type PlanEmail = { kind: string; locale: string; params: Record<string, string> };

/** The mails about a plan that is paid for; null when its practice is gone. */
export async function renderPlanEmail({ kind, locale, params }: PlanEmail): Promise<RenderedEmail | null> {
  const news = planNews.find((each) => kind === `plan.${each}`);
  if (!news) throw new Error(`no template for ${kind}`);
  const buyer = await findBuyer(db(), params['providerId'] ?? '');
  if (!buyer) return null;
  const { t, locale: language } = await wordsFor(locale, buyer.timeZone);
  const nameOf = (code: string | undefined) => {
    const known = shippedPlans.find((plan) => plan.code === code);
    return known ? t(`plan.names.${known.code}`) : (code ?? '');
  };
  const values = {
    plan: nameOf(params['planCode']),
    next: nameOf(params['next']),
    date:
      params['until'] === undefined
        ? ''
        : formatInstant(new Date(params['until']), {
            locale: language,
            zone: buyer.timeZone,
            style: 'date',
          }),
  };
  const text = t(`emails.plan.${news}.text`, values);
  const isOwed = news === 'pastDue' || news === 'reminder';
  return renderLetter(t(`emails.plan.${news}.subject`, values), {
    locale: language,
    preview: text,
    heading: t(`emails.plan.${news}.heading`, values),
    paragraphs: [text, t('emails.plan.kept')],
    action: {
      label: t(isOwed ? 'emails.plan.pay' : 'emails.plan.look'),
      href: pageAddress('/practice/plan', language),
    },
    footer: t('emails.footer.account'),
  });
}
