import { inTransaction } from '@/sandbox/http/database';
import { pageReply, redirectReply, type Reply, textReply } from '@/sandbox/http/reply';
import type { Incoming } from '@/sandbox/http/server';
import { completeOnboarding, returnFromLink } from '@/sandbox/stripe/account-flow';
import { internalCall, type Sandbox } from '@/sandbox/stripe/call';
import { newToken } from '@/sandbox/stripe/ids';
import { pickLocale } from '@/sandbox/stripe/pages/locale';
import {
  checkValues,
  type OnboardingField,
  type OnboardingProblem,
  type OnboardingValues,
  readValues,
  testValues,
} from '@/sandbox/stripe/pages/onboarding-form';
import { onboardingPage } from '@/sandbox/stripe/pages/onboarding-page';
import type { AccountRecord, LinkRecord } from '@/sandbox/stripe/records';

/** A started onboarding can be continued for an hour. */
const visitLifetime = 60 * 60;

type Visit = { sandbox: Sandbox; incoming: Incoming; link: LinkRecord; account: AccountRecord };

function show(
  visit: Visit,
  values: OnboardingValues,
  problems: ReadonlyMap<OnboardingField, OnboardingProblem> = new Map(),
): Reply {
  const locale = pickLocale(visit.account.locales[0], visit.incoming.headers['accept-language']);
  const action = `/onboarding/${visit.link.id}`;
  return pageReply(200, onboardingPage({ action, locale, values, problems }));
}

function firstValues(account: AccountRecord): OnboardingValues {
  const { person } = account;
  const two = (value: number): string => String(value).padStart(2, '0');
  return {
    givenName: person?.givenName ?? '',
    surname: person?.surname ?? '',
    birth: person === null ? '' : `${person.birth.year}-${two(person.birth.month)}-${two(person.birth.day)}`,
    line1: person?.line1 ?? '',
    postalCode: person?.postalCode ?? '',
    city: person?.city ?? '',
    country: account.country ?? '',
    iban: '',
  };
}

/** `/setup/<token>`: a link works once, then the visit goes on under its own address. */
function enter(sandbox: Sandbox, link: LinkRecord | undefined): Reply {
  const call = internalCall(sandbox);
  if (link === undefined || link.purpose === 'login') return textReply(404, 'not found');
  if (link.used || link.expiresAt <= call.now) return redirectReply(link.refreshUrl ?? '/');
  call.store.links.save({ ...link, used: true });
  const visit = call.store.links.save({
    ...link,
    id: newToken(),
    created: call.now,
    expiresAt: call.now + visitLifetime,
    used: true,
  });
  return redirectReply(`/onboarding/${visit.id}`);
}

function submit(visit: Visit): Reply {
  const form = new URLSearchParams(visit.incoming.body);
  const values = readValues(form);
  const call = internalCall(visit.sandbox);
  if (form.get('do') === 'prefill') {
    const filled = Object.entries(values).filter(([, value]) => value !== '');
    return show(visit, { ...testValues, ...Object.fromEntries(filled), iban: testValues.iban });
  }
  if (form.get('do') !== 'later') {
    const checked = checkValues(values, new Date(call.now * 1000));
    if ('problems' in checked) return show(visit, values, checked.problems);
    completeOnboarding(call, visit.account, checked.person, values.country);
  }
  returnFromLink(call, visit.account);
  return redirectReply(visit.link.returnUrl ?? '/');
}

/** `/setup/<token>` and `/onboarding/<visit>`. */
export function onboardingPages(sandbox: Sandbox, incoming: Incoming): Reply {
  return inTransaction(sandbox.store.db, () => {
    const [, root, token] = incoming.path.split('/');
    const link = sandbox.store.links.find(token ?? '');
    if (root === 'setup') return enter(sandbox, link);
    const account = link === undefined ? undefined : sandbox.store.accounts.find(link.target);
    if (link === undefined || account === undefined || link.purpose === 'login' || !link.used) {
      return textReply(404, 'not found');
    }
    if (link.expiresAt <= sandbox.clock.now()) return redirectReply(link.refreshUrl ?? '/');
    const visit = { sandbox, incoming, link, account };
    return incoming.method === 'POST' ? submit(visit) : show(visit, firstValues(account));
  });
}
