/** Fills the hosted pages by their forms, as a browser without JavaScript would. */

type PageAnswer = { status: number; location: string | null; text: string };

async function post(url: string, fields: Record<string, string>): Promise<PageAnswer> {
  const response = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
  return { status: response.status, location: response.headers.get('location'), text: await response.text() };
}

const card = {
  expiry: '12 / 34',
  cvc: '123',
  name: 'Camille Martin',
  email: 'camille@example.com',
  pay: '1',
};

/** Presses "Pay" with a card; `location` is the success page when it went through. */
export function payCheckout(url: string, number = '4242424242424242'): Promise<PageAnswer> {
  return post(url, { ...card, number });
}

/** Answers the bank's question after `payCheckout` led to it. */
export function answerCheckoutChallenge(url: string, answer: 'pass' | 'fail'): Promise<PageAnswer> {
  return post(`${url}/challenge`, { answer });
}

/** Presses a button of the customer's own page; `card` fills in another card. */
export function pressInPortal(
  url: string,
  button: 'cancel' | 'resume' | 'card',
  number = '4242424242424242',
): Promise<PageAnswer> {
  const { pay: _pay, ...fields } = card;
  return post(url, { ...(button === 'card' ? { ...fields, number } : {}), do: button });
}

const person = {
  givenName: 'Claire',
  surname: 'Fontaine',
  birth: '1985-04-12',
  line1: '12 rue des Lilas',
  postalCode: '75011',
  city: 'Paris',
  country: 'FR',
  iban: 'DE89 3704 0044 0532 0130 00',
};

/** Opens an account link; the answer's `location` is the form, or the refresh address of a used link. */
export async function openOnboarding(linkUrl: string): Promise<string> {
  const response = await fetch(linkUrl, { redirect: 'manual' });
  return new URL(response.headers.get('location') ?? '', linkUrl).href;
}

/** Fills the onboarding form; `later` leaves it unfinished. */
export async function completeOnboardingForm(
  linkUrl: string,
  action: 'submit' | 'later' = 'submit',
  changes: Partial<typeof person> = {},
): Promise<PageAnswer> {
  return post(await openOnboarding(linkUrl), { ...person, ...changes, do: action });
}
