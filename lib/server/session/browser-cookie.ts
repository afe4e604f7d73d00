import { cookies } from 'next/headers';
import { isSecure } from './cookie';

/** As long as a link that is bound to it works. */
const hours = 48;

const cookieName = () => (isSecure() ? '__Host-consilia-browser' : 'consilia-browser');
const options = (maxAge: number) =>
  ({ httpOnly: true, secure: isSecure(), sameSite: 'lax', path: '/', maxAge }) as const;

/** The secret by which a browser is known again that has registered; the database keeps its hash. */
export async function readBrowserSecret(): Promise<string | undefined> {
  return (await cookies()).get(cookieName())?.value || undefined;
}

export async function writeBrowserSecret(secret: string): Promise<void> {
  (await cookies()).set(cookieName(), secret, options(hours * 3600));
}

export async function clearBrowserSecret(): Promise<void> {
  (await cookies()).set(cookieName(), '', options(0));
}
