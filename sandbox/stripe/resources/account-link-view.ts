import type { Stripe } from 'stripe';
import type { LinkRecord } from '@/sandbox/stripe/records';
import { toInstant } from '@/sandbox/stripe/resources/account-view';

function renderUseCase(link: LinkRecord): Stripe.V2.Core.AccountLink.UseCase {
  const options = {
    refresh_url: link.refreshUrl ?? '',
    ...(link.returnUrl === null ? {} : { return_url: link.returnUrl }),
  };
  return link.purpose === 'account_update'
    ? { type: 'account_update', account_update: options }
    : { type: 'account_onboarding', account_onboarding: options };
}

export function renderAccountLink(publicUrl: string, link: LinkRecord): Stripe.V2.Core.AccountLink {
  return {
    object: 'v2.core.account_link',
    account: link.target,
    created: toInstant(link.created),
    expires_at: toInstant(link.expiresAt),
    livemode: false,
    url: `${publicUrl}/setup/${link.id}`,
    use_case: renderUseCase(link),
  };
}

export function renderLoginLink(publicUrl: string, link: LinkRecord): Stripe.LoginLink {
  return { object: 'login_link', created: link.created, url: `${publicUrl}/express/${link.id}` };
}
