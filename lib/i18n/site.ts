import { env } from '@/lib/server/env';

/** Where the site lives, without a slash at its end. */
export const siteAddress = (): string => env().APP_URL;
