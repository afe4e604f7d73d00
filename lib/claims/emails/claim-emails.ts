import { pageAddress } from '@/lib/i18n/site';
import { type Words, wordsFor } from '@/lib/i18n/worker';
import { formatZoned } from '@/lib/i18n/zoned-time';
import { db } from '@/lib/server/db/client';
import { type Fact, type RenderedEmail, renderLetter } from '@/lib/server/email/layout';
import { inLanguage } from '@/lib/shared/in-language';
import { claimNews } from '../tell-claim';
import type { ClaimView } from '../types';
import { findClaimView } from '../views/repository';

type ClaimEmail = { kind: string; locale: string; params: Record<string, string> };
type Reader = { party: 'client' | 'provider'; zone: string };

/**
 * Any piece of news about a claim in the reader's language and zone: which claim, about what, what comes next. What was
 * written in it, and why, stands only on its page.
 */
export async function renderClaimEmail({ kind, locale, params }: ClaimEmail): Promise<RenderedEmail> {
  const news = claimNews.find((each) => kind === `claim.${each}`);
  const claim = await findClaimView(db(), params.claimId ?? '');
  if (!news || !claim) throw new Error(`mail about nothing: ${kind}`);
  const party = params.party === 'provider' ? 'provider' : 'client';
  const zone = party === 'provider' ? claim.provider.timeZone : (claim.client.timeZone ?? 'UTC');
  const words = await wordsFor(locale, zone);
  const { t } = words;
  const name = party === 'client' ? claim.provider.name : claim.client.name;
  const said = { number: numberOf(claim), name };
  const key = `emails.claim.${news}.${party}` as const;
  const text = t(`${key}.text`, said);
  const pathname = party === 'client' ? '/claims/[claimId]' : '/practice/claims/[claimId]';
  return renderLetter(t(`${key}.subject`, said), {
    locale: words.locale,
    preview: text,
    heading: t(`${key}.heading`, said),
    paragraphs: [text],
    facts: factsOf(claim, { party, zone }, words),
    action: {
      label: t('emails.openClaim'),
      href: pageAddress({ pathname, params: { claimId: claim.id } }, words.locale),
    },
    footer: t('emails.footer.claim'),
  });
}

const numberOf = ({ number }: Pick<ClaimView, 'number'>) => `C-${number}`;

function factsOf(claim: ClaimView, { party, zone }: Reader, { t, format, locale }: Words): Fact[] {
  const { about, status } = claim;
  const stamp = (date: Date) => formatZoned(date, { locale, zone, style: 'fullDateTime' });
  const amount = (value: number) =>
    format.number(value / 100, { style: 'currency', currency: claim.currency });
  const title = inLanguage(about.titles, locale, about.title);
  const isClosed = claim.closedAt !== null;
  const isMoving = !claim.isMediation && (isClosed || status === 'answered');
  const back = isClosed ? claim.refundAmount : claim.answeredAmount;
  return [
    { label: t('emails.facts.claim'), value: numberOf(claim) },
    { label: t(about.kind === 'seat' ? 'emails.facts.event' : 'emails.facts.service'), value: title },
    {
      label: t(`emails.facts.${party === 'client' ? 'advisor' : 'client'}`),
      value: party === 'client' ? claim.provider.name : claim.client.name,
    },
    { label: t('emails.facts.yourTime'), value: stamp(about.startsAt) },
    ...(isMoving ? [{ label: t('emails.facts.givenBack'), value: amount(back ?? 0) }] : []),
    ...(status === 'opened' ? [{ label: t('emails.facts.answerBy'), value: stamp(claim.answerBy) }] : []),
    ...(status === 'answered' && claim.replyBy
      ? [{ label: t('emails.facts.replyBy'), value: stamp(claim.replyBy) }]
      : []),
  ];
}
