import { pageAddress } from '@/lib/i18n/site';
import { type Words, wordsFor } from '@/lib/i18n/worker';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { type RenderedEmail, renderLetter } from '@/lib/server/email/layout';
import { invitationToken } from '../invitation-token';
import { findEndedMembership, findInvitation, findNames } from '../repository';
import { whyOver } from '../rules/invitation';
import { type TeamNews, teamNews } from '../tell-team';

type OrganisationEmail = { kind: string; locale: string; params: Record<string, string> };

/** The mails about working for an organisation; null for an invitation that is over when it would be sent. */
export async function renderOrganisationEmail(email: OrganisationEmail): Promise<RenderedEmail | null> {
  const words = await wordsFor(email.locale, 'UTC');
  if (email.kind === 'organisation.invited') return invited(email.params['invitationId'] ?? '', words);
  if (email.kind === 'organisation.removed') return removed(email.params['membershipId'] ?? '', words);
  const news = teamNews.find((each) => email.kind === `organisation.${each}`);
  if (news) return told(news, email.params, words);
  throw new Error(`no template for ${email.kind}`);
}

async function invited(invitationId: string, { t, locale }: Words): Promise<RenderedEmail | null> {
  const invitation = await findInvitation(db(), { id: invitationId });
  if (!invitation || whyOver(invitation, await clock())) return null;
  const name = invitation.organisation.displayName;
  const text = t(`emails.organisation.invited.${invitation.role}`, { name });
  const page = { pathname: '/invitation', query: { token: invitationToken(invitationId) } } as const;
  return renderLetter(t('emails.organisation.invited.subject', { name }), {
    locale,
    preview: text,
    heading: t('emails.organisation.invited.heading'),
    paragraphs: [text, t('emails.organisation.invited.how')],
    action: { label: t('emails.organisation.invited.action'), href: pageAddress(page, locale) },
    footer: t('emails.footer.notYou'),
  });
}

async function removed(membershipId: string, { t, locale }: Words): Promise<RenderedEmail | null> {
  const membership = await findEndedMembership(db(), membershipId);
  if (!membership) return null;
  const { displayName: name } = membership.organisation;
  const text = t('emails.organisation.removed.text', { name });
  return renderLetter(t('emails.organisation.removed.subject', { name }), {
    locale,
    preview: text,
    heading: t('emails.organisation.removed.heading'),
    paragraphs: [text],
    action: {
      label: t('emails.organisation.removed.action'),
      href: pageAddress('/practice', locale),
    },
    footer: t('emails.footer.account'),
  });
}

async function told(
  news: TeamNews,
  { organisationId = '', accountId = '' }: Record<string, string>,
  { t, locale }: Words,
): Promise<RenderedEmail | null> {
  const names = await findNames(db(), { organisationId, accountId });
  if (!names) return null;
  const text = t(`emails.organisation.${news}.text`, names);
  return renderLetter(t(`emails.organisation.${news}.subject`, names), {
    locale,
    preview: text,
    heading: t(`emails.organisation.${news}.heading`),
    paragraphs: [text],
    action: { label: t('emails.organisation.team'), href: pageAddress('/practice/team', locale) },
    footer: t('emails.footer.account'),
  });
}
