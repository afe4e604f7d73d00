/**
 * Stripe's test cards, as far as the product meets them. `authentication` says when the holder has to
 * confirm: `always`; `unless_set_up` (asked when present, and later only if not set up before); `present`
 * (asked when present). `charge` is what a charge meets once authentication is out of the way.
 * Source: docs.stripe.com/testing.
 */
export type TestCard = {
  number: string;
  token: string;
  brand: 'visa' | 'mastercard';
  country: string;
  authentication: 'never' | 'present' | 'unless_set_up' | 'always';
  attach: Decline | null;
  charge: Decline | null;
  availableAtOnce: boolean;
  /** The bank takes the charge back as soon as it was made. */
  disputed: boolean;
  /** Shown under the form of the hosted page. */
  hint: 'ok' | 'declined' | 'insufficient' | 'challenge' | 'fails_later' | null;
};

export type Decline = { code: string; declineCode: string | null; message: string };

function decline(declineCode: string, message = 'Your card was declined.'): Decline {
  return { code: 'card_declined', declineCode, message };
}

const plain = {
  brand: 'visa',
  country: 'US',
  authentication: 'never',
  attach: null,
  charge: null,
  availableAtOnce: false,
  disputed: false,
  hint: null,
} as const;

const generic = decline('generic_decline');
const short = decline('insufficient_funds', 'Your card has insufficient funds.');
const lost = decline('lost_card');
const expired: Decline = { code: 'expired_card', declineCode: null, message: 'Your card has expired.' };
const wrongCvc: Decline = {
  code: 'incorrect_cvc',
  declineCode: null,
  message: "Your card's security code is incorrect.",
};

export const testCards: readonly TestCard[] = [
  { ...plain, number: '4242424242424242', token: 'pm_card_visa', hint: 'ok' },
  { ...plain, number: '5555555555554444', token: 'pm_card_mastercard', brand: 'mastercard' },
  { ...plain, number: '4000002500000003', token: 'pm_card_fr', country: 'FR' },
  {
    ...plain,
    number: '4000000000000002',
    token: 'pm_card_chargeDeclined',
    attach: generic,
    charge: generic,
    hint: 'declined',
  },
  {
    ...plain,
    number: '4000000000009995',
    token: 'pm_card_chargeDeclinedInsufficientFunds',
    attach: short,
    charge: short,
    hint: 'insufficient',
  },
  {
    ...plain,
    number: '4000000000009987',
    token: 'pm_card_chargeDeclinedLostCard',
    attach: lost,
    charge: lost,
  },
  {
    ...plain,
    number: '4000000000000069',
    token: 'pm_card_chargeDeclinedExpiredCard',
    attach: expired,
    charge: expired,
  },
  {
    ...plain,
    number: '4000000000000127',
    token: 'pm_card_chargeDeclinedIncorrectCvc',
    attach: wrongCvc,
    charge: wrongCvc,
  },
  {
    ...plain,
    number: '4000002760003184',
    token: 'pm_card_authenticationRequired',
    authentication: 'always',
    hint: 'challenge',
  },
  {
    ...plain,
    number: '4000002500003155',
    token: 'pm_card_authenticationRequiredOnSetup',
    authentication: 'unless_set_up',
  },
  { ...plain, number: '4000000000003220', token: 'pm_card_threeDSecure2Required', authentication: 'present' },
  {
    ...plain,
    number: '4000000000000341',
    token: 'pm_card_chargeCustomerFail',
    charge: generic,
    hint: 'fails_later',
  },
  { ...plain, number: '4000000000000259', token: 'pm_card_createDispute', disputed: true },
  { ...plain, number: '4000000000000077', token: 'pm_card_bypassPending', availableAtOnce: true },
];

const byNumber = new Map(testCards.map((card) => [card.number, card]));

/** A real-looking number that is no test card: refused in test mode. */
const foreign: TestCard = {
  ...plain,
  number: '',
  token: '',
  attach: decline(
    'test_mode_live_card',
    'Your card was declined. Your request was in test mode, but used a non test card.',
  ),
  charge: decline(
    'test_mode_live_card',
    'Your card was declined. Your request was in test mode, but used a non test card.',
  ),
};

export function cardOf(number: string): TestCard {
  return byNumber.get(number) ?? foreign;
}

export function cardOfToken(token: string): TestCard | undefined {
  return testCards.find((card) => card.token === token);
}

/** Whether the check digit is right (Luhn). */
export function isPossibleNumber(number: string): boolean {
  if (!/^\d{13,19}$/.test(number)) return false;
  const sum = number
    .split('')
    .reverse()
    .reduce((total, digit, index) => {
      const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1);
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return sum % 10 === 0;
}

/** Whether a charge needs the holder's confirmation now. */
export function needsAuthentication(
  card: TestCard,
  circumstances: { offSession: boolean; setUp: boolean },
): boolean {
  if (card.authentication === 'always') return true;
  if (card.authentication === 'present') return !circumstances.offSession;
  if (card.authentication === 'unless_set_up') return !(circumstances.offSession && circumstances.setUp);
  return false;
}
