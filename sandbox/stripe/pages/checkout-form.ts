import type { CardEntry } from '@/sandbox/stripe/checkout-flow';
import { isPossibleNumber } from '@/sandbox/stripe/cards';

export type CheckoutFields = { number: string; expiry: string; cvc: string; name: string; email: string };
export type CheckoutProblem = keyof CheckoutFields;

export function readFields(form: URLSearchParams): CheckoutFields {
  const read = (name: string): string => (form.get(name) ?? '').trim();
  return {
    number: read('number'),
    expiry: read('expiry'),
    cvc: read('cvc'),
    name: read('name'),
    email: read('email'),
  };
}

/** Month and year of "MM / YY"; undefined when it is no date or lies before `now`. */
function parseExpiry(text: string, now: Date): { month: number; year: number } | undefined {
  const match = /^(\d{1,2})\s*\/?\s*(\d{2}|\d{4})$/.exec(text);
  const month = Number(match?.[1]);
  const year = Number(match?.[2]) + (match?.[2]?.length === 2 ? 2000 : 0);
  if (!match || month < 1 || month > 12) return undefined;
  const hasPassed = year * 12 + month < now.getUTCFullYear() * 12 + now.getUTCMonth() + 1;
  return hasPassed ? undefined : { month, year };
}

/** Checks what was typed, before any card is tried. */
export function checkFields(
  fields: CheckoutFields,
  knownEmail: string | null,
  now: Date,
): { entry: CardEntry } | { problems: Set<CheckoutProblem> } {
  const problems = new Set<CheckoutProblem>();
  const number = fields.number.replace(/[\s-]/g, '');
  const expiry = parseExpiry(fields.expiry, now);
  const email = knownEmail ?? fields.email;
  if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)) problems.add('email');
  if (!isPossibleNumber(number)) problems.add('number');
  if (expiry === undefined) problems.add('expiry');
  if (!/^\d{3,4}$/.test(fields.cvc)) problems.add('cvc');
  if (fields.name === '') problems.add('name');
  if (problems.size > 0 || expiry === undefined) return { problems };
  return { entry: { number, expMonth: expiry.month, expYear: expiry.year, name: fields.name, email } };
}
