/** An address where clients pay outside the platform is no longer than this. */
export const MOST_ADDRESS_LETTERS = 500;

/**
 * Whether clients may be sent there to pay: an https address of a public name, without name and password in it, as it is
 * written (nothing is followed or loaded). A bare IP address or a name without a dot is none.
 */
export function isPaymentAddress(text: string): boolean {
  if (
    text.length > MOST_ADDRESS_LETTERS ||
    !/^https:\/\/[\x21-\x7e]+$/.test(text) ||
    /["<>\\^`{|}]/.test(text)
  )
    return false;
  if (!URL.canParse(text)) return false;
  const { hostname, username, password } = new URL(text);
  return username === '' && password === '' && /^([a-z0-9-]+\.)+[a-z][a-z0-9-]+$/.test(hostname);
}
