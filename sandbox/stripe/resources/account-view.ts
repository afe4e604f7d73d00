import type { Stripe } from 'stripe';
import type { AccountRecord, PersonRecord } from '@/sandbox/stripe/records';

type Include =
  | 'configuration.customer'
  | 'configuration.merchant'
  | 'configuration.recipient'
  | 'defaults'
  | 'future_requirements'
  | 'identity'
  | 'requirements';

const neededFields = [
  'identity.individual.given_name',
  'identity.individual.surname',
  'identity.individual.date_of_birth',
  'identity.individual.address',
  'configuration.recipient.default_outbound_destination',
];

/** Transfers may arrive once the capability was asked for and onboarding is complete. */
export function canReceiveTransfers(account: AccountRecord): boolean {
  return account.transfersRequested && account.person !== null && !account.closed;
}

export function toInstant(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}

function renderEntry(description: string): Stripe.V2.Core.Account.Requirements.Entry {
  return {
    awaiting_action_from: 'user',
    description,
    errors: [],
    impact: {
      restricts_capabilities: [
        {
          capability: 'stripe_balance.stripe_transfers',
          configuration: 'recipient',
          deadline: { status: 'currently_due' },
        },
      ],
    },
    minimum_deadline: { status: 'currently_due' },
    requested_reasons: [{ code: 'routine_onboarding' }],
  };
}

function renderRequirements(account: AccountRecord): Stripe.V2.Core.Account.Requirements {
  if (account.person !== null || !account.transfersRequested) return { entries: [] };
  return {
    entries: neededFields.map(renderEntry),
    summary: { minimum_deadline: { status: 'currently_due' } },
  };
}

function renderRecipient(account: AccountRecord): Stripe.V2.Core.Account.Configuration.Recipient {
  if (!account.transfersRequested) return { applied: account.recipientRequested };
  const isActive = canReceiveTransfers(account);
  return {
    applied: account.recipientRequested,
    capabilities: {
      stripe_balance: {
        stripe_transfers: {
          status: isActive ? 'active' : 'restricted',
          status_details: isActive ? [] : [{ code: 'requirements_past_due', resolution: 'provide_info' }],
        },
      },
    },
  };
}

function renderPerson(
  account: AccountRecord,
  person: PersonRecord,
): Stripe.V2.Core.Account.Identity.Individual {
  return {
    account: account.id,
    address: {
      line1: person.line1,
      postal_code: person.postalCode,
      city: person.city,
      ...(account.country === null ? {} : { country: account.country }),
    },
    created: toInstant(account.created),
    date_of_birth: person.birth,
    ...(account.email === null ? {} : { email: account.email }),
    given_name: person.givenName,
    id: `person_${account.id.slice(5)}`,
    object: 'v2.core.account_person',
    surname: person.surname,
    updated: toInstant(account.created),
  };
}

function renderIdentity(account: AccountRecord): Stripe.V2.Core.Account.Identity {
  return {
    ...(account.country === null ? {} : { country: account.country }),
    ...(account.entityType === null ? {} : { entity_type: account.entityType }),
    ...(account.person === null ? {} : { individual: renderPerson(account, account.person) }),
  };
}

/** A connected account; the parts named by `include` are added, as in Accounts v2. */
export function renderAccount(account: AccountRecord, include: readonly Include[]): Stripe.V2.Core.Account {
  const has = (part: Include): boolean => include.includes(part);
  return {
    id: account.id,
    object: 'v2.core.account',
    applied_configurations: account.recipientRequested ? ['recipient'] : [],
    closed: account.closed,
    ...(has('configuration.recipient') ? { configuration: { recipient: renderRecipient(account) } } : {}),
    ...(account.email === null ? {} : { contact_email: account.email }),
    ...(account.phone === null ? {} : { contact_phone: account.phone }),
    created: toInstant(account.created),
    ...(account.dashboard === null ? {} : { dashboard: account.dashboard }),
    ...(has('defaults')
      ? {
          defaults: {
            currency: account.currency,
            locales: account.locales,
            responsibilities: account.responsibilities,
          },
        }
      : {}),
    ...(account.displayName === null ? {} : { display_name: account.displayName }),
    ...(has('future_requirements') ? { future_requirements: { entries: [] } } : {}),
    ...(has('identity') ? { identity: renderIdentity(account) } : {}),
    livemode: false,
    metadata: account.metadata,
    ...(has('requirements') ? { requirements: renderRequirements(account) } : {}),
  };
}
